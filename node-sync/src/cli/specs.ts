import type { CommandSpec } from "./command";

/** Every command, in the order of the help. Texts are read by staff. */
export const SPECS: readonly CommandSpec[] = [
  {
    name: "init",
    summary: "新建一本工作簿：全部表、设置、节假日；可同时读入培训计划。加 --sheet 建在一张谷歌表格里，不动其中原有的表",
    options: [
      ["--plan <文件>", "培训计划：通知（.docx 或文本 .txt）、表格文本、.csv 或 .xlsx"],
      ["--year <年度>", "计划年度，计划里没有写年度时必须给出"],
    ],
    example: "anpei init --book 名册.xlsx --plan 2024年培训计划.txt",
    load: () => import("./commands/init"),
  },
  {
    name: "plan",
    args: "[文件]",
    summary: "读入或更换培训计划；加 --propose 不读文件，照上一年的计划提出下一年的，每个班写明为什么排在那里",
    options: [
      ["--year <年度>", "计划年度，文件里没有写时给出"],
      ["--propose <年度>", "提出这一年的计划，工作簿不变"],
      ["--out <文件>", "提出的计划写成 .xlsx、.csv（可以改，再用本命令读入）或通知用的 .txt"],
    ],
    example: "anpei plan 通知.txt --book 名册.xlsx",
    readsFiles: true,
    load: () => import("./commands/plan"),
  },
  {
    name: "show",
    args: "<表>",
    summary: "显示一张表的内容",
    options: [["--where <条件...>", "列=值：只显示这一列等于这个值的行，可写多个"]],
    example: "anpei show 名册 --book 名册.xlsx --where 班级=再培训班第二期",
    load: () => import("./commands/show"),
  },
  {
    name: "view",
    args: "[看什么]",
    summary:
      "看一眼：today（今天）、person（学员）、desk（报到）、reminders（提醒）、class（班级）、unit（单位）、board（看板）、runs（操作记录）。不写看什么就列出各项和可以写的选项",
    options: [
      ["--class <班级>", "哪个班，可写“再三”"],
      ["--unit <单位>", "哪家单位，全称、别名或其中一部分"],
      ["--person <学员>", "谁：报名编号、证件号或手机号（可只写后4位以上）、姓名、姓名+单位"],
      ["--find <文字>", "找人：姓名、拼音首字母、证件号或手机号后几位、单位、班级，可写几样，用空格隔开"],
      ["--run <运行号>", "哪一次操作"],
      ["--since <日期>", "从这天起别人做的操作"],
      ["--clerk <姓名>", "谁在看"],
    ],
    example: "anpei view person --find wjg --book 名册.xlsx",
    load: () => import("./commands/view"),
  },
  {
    name: "run",
    args: "<操作>",
    summary: "执行一个菜单操作：check-plan、check-roster、assign、papers、fees、cards、todo，或 all（全部）",
    example: "anpei run all --book 名册.xlsx",
    load: () => import("./commands/run"),
  },
  {
    name: "do",
    args: "[操作] [各项...]",
    summary:
      "办一件事：报到、登记资料、收款等，各项写成 --项 值。不写操作就列出全部操作、它们的输入和例子；写操作再加 --help 看这一件的各项",
    options: [
      ["--input <文件>", "各项写在一个 JSON 文件里"],
      ["--clerk <姓名>", "经办人，记在操作记录和收款的“经手人”里；不写就是 ANPEI_CLERK，再没有就是本机用户名"],
    ],
    example: "anpei do pay --people 王某 --amount 300 --method 现金 --book 名册.xlsx",
    takesFields: true,
    helpAbout: async (operation) => (await import("./do-help")).helpAbout(operation),
    load: () => import("./commands/do"),
  },
  {
    name: "print",
    args: "<表单>",
    summary: "写出打印或填写的表：check-in 是一个班的报到收费表，填好后用 anpei do check-in --file 收回",
    options: [
      ["--class <班级>", "哪个班，可写“再三”"],
      ["--out <文件夹>", "写到这里；同名的文件在的，另写一份"],
    ],
    example: "anpei print check-in --class 再二 --out 报到 --book 名册.xlsx",
    load: () => import("./commands/print"),
  },
  {
    name: "open",
    summary: "在浏览器里打开工作台，不用记命令：学员、报到、提醒、班级、单位、看板都在页面上办；还没有工作簿时在页面上新建",
    options: [
      ["--no-browser", "不打开浏览器，只给出地址（只能用一次）"],
      ["--clerk <姓名>", "经办人；不写就是 ANPEI_CLERK，再没有就在页面上问一次"],
    ],
    example: "anpei open --book 名册.xlsx",
    load: () => import("./commands/open"),
  },
  {
    name: "import",
    args: "<文件或文件夹...>",
    summary: "读入单位交来的名单（.xlsx、.xls、.csv），退回的行写成回执文件",
    options: [
      ["--replies <文件夹>", "回执写到这里，每家单位一份，默认写在原文件旁边"],
      ["--force", "单位的表少了过半人员、没有人、一列全都改了，或整列是同一个值，也照样导入"],
      ["--no-verify", "不用第二种方法核对读出的内容，较快"],
      ["--as <名单>", "读入网站导出的名单：预报名、省厅预约 或 成绩"],
      ["--as-of <日期>", "名单截至哪一天；名单自己写了就不用"],
    ],
    example: "anpei import 收件 --book 名册.xlsx --replies 回执",
    readsFiles: true,
    load: () => import("./commands/import"),
  },
  {
    name: "export",
    summary: "给每家单位导出一个 Excel 文件，只有本单位的人；没有变化的不写",
    options: [
      ["--out <文件夹>", "文件写到这里"],
      ["--unit <名称...>", "只导出这些单位，写全称或别名"],
      ["--with-cards", "另加一张表，写本单位学员的模拟卡号和密码"],
    ],
    example: "anpei export --book 名册.xlsx --out 发件",
    load: () => import("./commands/export"),
  },
  {
    name: "sync",
    summary: "每天一条命令：按“采用”处理冲突，读入收件，全部执行，导出有变化的单位；中途断电、关机，再运行一次即可",
    options: [
      ["--inbox <文件夹>", "单位发来的文件放在这里，收完移到其中的“已处理”"],
      ["--outbox <文件夹>", "发给单位的文件和处理结果写到这里"],
      [
        "--drive-folder <编号>",
        "谷歌云端硬盘文件夹的编号或网址，代替 --inbox 和 --outbox：收件在其中的“收件”，发件在“发件”里每家单位一个子文件夹。登录时要给云端硬盘的权限（auth/drive），只用表格时不要",
      ],
      ["--watch", "一直等着，有新文件就再做一次，Ctrl+C 结束"],
      ["--force", "单位的表少了过半人员、没有人、一列全都改了，或整列是同一个值，也照样导入"],
      ["--no-verify", "不用第二种方法核对读出的内容，较快"],
    ],
    example: "anpei sync --book 名册.xlsx --inbox 收件 --outbox 发件",
    load: () => import("./commands/sync"),
  },
  {
    name: "cards",
    args: "<文件>",
    summary: "把供应商的模拟卡清单加入卡库",
    example: "anpei cards 模拟卡.xlsx --book 名册.xlsx",
    readsFiles: true,
    load: () => import("./commands/cards"),
  },
  {
    name: "undo",
    summary: "撤销一次操作，默认撤销最后一次",
    options: [["--run <运行号>", "要撤销的运行号，见 anpei log"]],
    example: "anpei undo --book 名册.xlsx --run R00003",
    load: () => import("./commands/undo"),
  },
  {
    name: "log",
    summary: "列出各次操作，或一次操作改动的格子",
    options: [["--run <运行号>", "只看这一次操作的改动"]],
    example: "anpei log --book 名册.xlsx --run R00003",
    load: () => import("./commands/log"),
  },
  {
    name: "doctor",
    summary: "检查环境、工作簿、表头、备份；加 --sheet 检查登录、网络、共享和谷歌表格，每个问题一句话说怎么办",
    example: "anpei doctor --book 名册.xlsx",
    load: () => import("./commands/doctor"),
  },
  {
    name: "copy",
    documents: "both",
    summary:
      "把整本工作簿从 --book 复制到一张还没有安培台账的谷歌表格 --sheet；加 --back 反过来，从谷歌表格复制到一个新文件。每一格的值和类型不变，包括隐藏的表和自己加的列；公式复制结果，自己加的表不复制",
    options: [["--back", "反方向：从 --sheet 到 --book（新文件，不覆盖）"]],
    example: "anpei copy --book 名册.xlsx --sheet 表格编号",
    load: () => import("./commands/copy"),
  },
  {
    name: "copied",
    summary:
      "定下一张复制出来的谷歌表格（或下载回来的文件）是什么：单独使用，还是接替原来那一本。没有定下之前不能收发单位的文件，免得两本发出编号相同的表格",
    options: [
      ["--new", "各用各的：这一本换新的编号和封印，复制之前发出的表格仍然认得"],
      ["--same", "接替原来那一本：编号和封印不变，原来那一本不再用"],
    ],
    example: "anpei copied --new --sheet 表格编号",
    load: () => import("./commands/copied"),
  },
  {
    name: "login",
    summary:
      "用自己的谷歌账号登录，供 --sheet 使用（服务账号密钥设在 GOOGLE_APPLICATION_CREDENTIALS，不用登录）。只要求“表格”一项权限；凭证只有您能读",
    options: [
      ["--client <文件>", "谷歌云控制台里“桌面应用”的 OAuth 客户端文件（JSON）"],
      ["--drive", "再要求“云端硬盘”全部权限：读别人放进文件夹的文件，只能看到本程序自己文件的 drive.file 不够用"],
    ],
    example: "anpei login --client 客户端.json",
    load: () => import("./commands/login"),
  },
  {
    name: "logout",
    summary: "退出 anpei login 的登录：请谷歌收回授权，并删除本机保存的凭证；没有网络也能退出，会说明授权还要到哪里移除",
    example: "anpei logout",
    load: () => import("./commands/logout"),
  },
  {
    name: "demo",
    args: "<文件夹>",
    summary: "用2024年通知和几家虚构单位的文件，把全部工作演示一遍",
    example: "anpei demo demo",
    load: () => import("./commands/demo"),
  },
  {
    name: "templates",
    args: "<文件夹>",
    summary: "生成空白工作簿、单位报名表和2024年计划文本",
    example: "anpei templates templates",
    load: () => import("./commands/templates"),
  },
];

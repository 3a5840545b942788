/** What a new workbook and the empty unit file say to the people who fill them in. */

export const guideTitle = "说明";
export const product = "安培台账";
export const guideHeading = (year: number): string => `${product}　${year}年度`;
export const guideSubtitle =
  "金属非金属矿山单位主要负责人和安全生产管理人员的培训、再培训：名册、班级、资料、缴费、模拟卡、待办。";

export const guideSections = {
  steps: "一、第一个小时，照这个顺序做",
  colours: "二、颜色",
  tabs: "三、各表做什么用",
  habits: "四、填写约定",
} as const;

export const tabHeads = ["表", "做什么用", "谁填"] as const;

/** The first hour, in the order of work: the tab it happens in, and what to do there. */
export const firstHour: readonly { readonly tab: string; readonly text: string }[] = [
  { tab: "设置", text: "核对计划年度、培训费、安全余量、重叠月份，填上培训地点。" },
  { tab: "节假日", text: "核对计划年度和下一年的休息日、调休上班日，没有登记的年份要补上，否则算不出审核截止日。" },
  { tab: "培训计划", text: "读入当年的通知，或照通知附件1填前面几格，再填每班容量。执行“检查计划”，看“计划检查”一列。" },
  { tab: "单位", text: "登记会员单位的全称、别名、联系人和电话。" },
  { tab: "名册", text: "读入单位交来的名单，或直接填白色的列。报名编号空着，由程序编。" },
  { tab: "名册", text: "执行“全部执行”：程序给每个人分班，写出理由、到期提示、缺的资料和应缴的钱。先看到期提示是红色的人。" },
  { tab: "待办", text: "一条一条处理，在“处理”里选结果。以后每次执行都不会冲掉您选的结果。" },
  { tab: "资料", text: "收到资料就登记；有不合格的，写明原因，单位照着补。" },
  { tab: "缴费", text: "收一笔记一笔，在“分摊到”里写清交的是谁的。" },
  { tab: "操作记录", text: "每次执行都有一行记录，做错了可以撤销。" },
];
export const howToRun =
  "怎样执行：在线表格里从菜单点；办公电脑上的工作簿先保存并关闭，再用命令执行，例如 anpei run all --book 名册.xlsx，写入前会自动留一份备份。";

export const ownerNames = { unit: "单位填写", centre: "中心填写", computed: "程序填写", system: "程序编号" } as const;
export const ownerTexts = {
  unit: "报名时由单位提供，可以从单位的文件读入，中心也可以直接填。",
  centre: "中心工作人员填写，单位的文件改不了这些列。",
  computed: "程序算出来的，灰底。不用填；手改了，下次执行会按规则重写。",
  system: "程序自己的编号和记录，灰底。请不要改动。",
} as const;

/** Words of 到期提示 that share a colour, and what the colour means. */
export const lightTexts = {
  fine: "培训结束到证件到期有足够的天数。",
  tight: "来得及，但留给约考、审核和考试的天数少于安全余量。",
  late: "来不及、已过期或日期有误：今天就要处理。",
  ask: "分不出班，要人定：需人工、无对应班次、已过报名截止、班级已满。",
  done: "已经办结，不再提醒。",
} as const;
export const askSample = "班级已满";

export const whoFills = { unit: "单位", centre: "中心", computed: "程序", system: "程序" } as const;
export const fillerSign = "、";
export const hiddenTabs = (titles: readonly string[]): string =>
  `另有隐藏的表（${titles.join("、")}），是程序的账，请不要删除或改动。`;

export const habits: readonly string[] = [
  "证件号、手机号、卡号都按文本填写，这些列已经设好格式。从别处粘贴时选“只粘贴数值”，格式就不会变。",
  "日期写成 2024-03-15 这样，必须精确到日。",
  "可以排序、筛选、插入行，可以增加自己的列、移动列、调列宽。程序按标题找列，所以标题文字不要改，也不要重复。",
  "不参加的人不要删行，把“报名状态”改为取消或离职。",
  "想指定某人的班级，写在“锁定班级”里。直接改“班级”也行，程序会把它移到“锁定班级”并提醒一句。",
  "单位文件里空着的格子表示不改，写“清空”表示清除。",
  "密码只在“模拟卡”表里，不要抄到别处。",
];

export const choiceErrorTitle = "不在可选项里";
export const choiceError = (allowed: readonly string[]): string => `可以填：${allowed.join("、")}。确定要这样填吗？`;
export const dayErrorTitle = "不是日期";
export const dayError = "请填日期，例如 2024-03-15。确定要这样填吗？";
export const dayHint = "例如 2024-03-15";
export const numberErrorTitle = "不是数字";
export const numberError = "这里应填数字，不带单位。确定要这样填吗？";
export const leastError = (least: number): string => `这里应填不小于 ${least} 的数字。确定要这样填吗？`;
export const mobileErrorTitle = "位数不对";
export const mobileError = "手机号应是11位。确定要这样填吗？";
export const paperHint = "已交、不适用；不合格的写 不合格:原因";
export const classHint = "从“培训计划”的班级名称里选";
export const unitHint = "填写单位全称，可以从“单位”表里选";

export const printHeader = (tab: string): string => `&L${product}&R${tab}`;
export const printFooter = "&L打印日期 &D&R第 &P 页，共 &N 页";

export const unitFile = {
  sheet: "学员",
  guide: "填写说明",
  title: "金属非金属矿山单位培训报名表",
  lines: [
    "一、一行填一个人。同一个人报两个职位，填两行。",
    "二、第2行的标题请不要改动。列的顺序可以变，多出来的列可以留空。",
    "三、证件号、手机号、证书编号按文本填写，末位的X要写上。",
    "四、手机号每人一个，不能几个人共用。",
    "五、工作单位填全称，与公章一致，不写简称。",
    "六、职位、学历、申报类型、证件类型请从下拉框里选。",
    "七、首次取证，或证书已经过期作废的，申报类型选初培；持证每年参加的，选再培训。",
    "八、再培训要填证件有效期，写到哪一天，例如 2024-06-30。",
    "九、没有的内容空着就行，不要填“无”或“/”。",
    "十、填好后存为 Excel 文件（.xlsx）发给中心，不要截图，也不要合并单元格。",
  ],
} as const;

export const templateNames = {
  workbook: "空白工作簿.xlsx",
  unitFile: "单位报名表.xlsx",
  plan: (year: number) => `${year}年培训计划.txt`,
};

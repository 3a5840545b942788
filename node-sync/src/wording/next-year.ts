import type { CarryReport, ReportLine } from "../../../apps-script/domain/next-year/carry-report";
import type { WhyNot } from "../../../apps-script/domain/next-year/year-end";
import { WHY_NOT } from "../../../apps-script/domain/wording/next-year";
import { typedCommand } from "../terminal/typed-command";

/** What `anpei init --from` says. */


export const carriedAlready = (from: string, to: string): string =>
  `${from} 已经结转过，新的工作簿不在 ${to}。请把 --book 写成那一本；那一本确实不要了，先加 --undo 取消结转。`;
export const carriedElsewhere = "原来的工作簿已经结转到另一本，不能再结转到这一本。";
export const planLater = `结转时不读入计划。先结转，新年度的计划来了再读入：${typedCommand("plan <计划文件> --book 新工作簿.xlsx")}`;
export const bookNeeded = "结转要写明新的工作簿：--book 新文件.xlsx。";
export const onlyFiles = "结转目前只在两个工作簿文件之间做，不能用 --sheet。";
export const undoNeedsFrom = `--undo 要和 --from 一起用：${typedCommand("init --from 上年.xlsx --book 新年.xlsx --undo")}`;
export const sameFile = "--from 和 --book 是同一个文件，请给新的工作簿另取文件名。";

const shown = 20;

function listOf(title: string, lines: readonly ReportLine[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > shown ? [`  还有 ${lines.length - shown} 条，加 --json 查看。`] : [];
  return [`${title}（${lines.length}）：`, ...lines.slice(0, shown).map(({ message }) => `  ${message}`), ...rest];
}

const LEFT: readonly WhyNot[] = ["lapsed", "awaitsResult", "notCertified", "left"];

export function carried(report: CarryReport, to: string, isAgain: boolean): string[] {
  const { year, carried: people, money, cards, educations, units, ended } = report;
  return [
    isAgain ? `${to}（${year}年度）已按上年的工作簿重新核对：` : `结转到 ${to}（${year}年度）：`,
    `  持证 ${people} 人，各一行待培训的报名；单位 ${units} 家；学历证明 ${educations} 份；没有发出的模拟卡 ${cards} 张`,
    `  上年欠费 ${money.debts} 元，余款 ${money.credits} 元，记在缴费表里，方式是“上年结转”`,
    `  上年办结的报名 ${ended} 行存入历史`,
    "  预约、报到、考试、发证、班级等上年的状态一律没有带过来；新年度的培训计划另外读入",
    ...(isAgain || people === 0 ? [] : ["  各人留在名册原来的那一行，没有结转的行空着；想收拢，按报名编号排序就行"]),
    ...listOf("要核实的", report.questions),
    ...listOf("上年还没有办完的", report.unfinished),
    ...LEFT.flatMap((why) => listOf(`没有结转：${WHY_NOT[why]}`, report.left[why])),
    ...listOf("上年的欠费和余款", money.carried),
    ...listOf("留在上年的钱", money.stays),
    ...listOf(`证件有效期在${year}年、${year + 1}年1月和2月的`, report.early),
  ];
}

export const onlyLooked = "只看结果，没有写入。";
export const oldMarked = "原来的工作簿已标记“已结转”，可以继续办完上年的事；有变化再运行一次同样的命令，会把变化带过来。";
export const notMarked = "新的工作簿已经建好，原来的还没有标记。处理好以后把同一条命令再运行一次。";
export const takenBack = (path: string): string => `已取消结转。新的工作簿改名为 ${path}，不再使用。`;
export const markTakenBack = "已取消结转，原来的工作簿可以重新结转。";
export const wouldTakeBack = "可以取消结转。只看结果，没有写入。";
export const workedIn = (reasons: readonly string[]): string => `新的工作簿里已经办过事，不能取消结转：${reasons.join("；")}。`;
export const asideName = (stem: string, copy: number, ending: string): string =>
  `${stem}-已取消结转${copy === 1 ? "" : `（${copy}）`}${ending}`;

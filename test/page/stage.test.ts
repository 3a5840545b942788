import { Refusal } from "../../apps-script/domain/refusal";
import { sentenceOf } from "../../apps-script/page/sentences";
import { Stage } from "../../apps-script/page/stage";

/** What staff are told, and what nobody asked for. */

const stageHere = (): Stage => new Stage((error) => sentenceOf(error, "sheet"));
const nothing = async (): Promise<void> => undefined;
const refuse = (sentence: string) => async (): Promise<void> => {
  throw new Refusal("not-possible", sentence);
};

test("what staff were told stays when something follows that nobody asked for", async () => {
  const stage = stageHere();
  await stage.whileSaying("", refuse("没有写入。"));
  await stage.unasked("", async () => stage.show({ title: "新的预览", content: () => null, buttons: [] }));
  await stage.unasked("", refuse("读不到。"));
  expect([stage.step?.title, stage.alert]).toEqual(["新的预览", "没有写入。"]);
  await stage.whileSaying("", nothing);
  expect(stage.alert).toBe("");
});

test("what goes wrong with something that nobody asked for is told where nothing else is", async () => {
  const stage = stageHere();
  await stage.unasked("", refuse("读不到。"));
  expect(stage.alert).toBe("读不到。");
});

test("what nobody asked for waits until nothing else goes on, one after the other", async () => {
  const stage = stageHere();
  const done: string[] = [];
  const piece = (name: string) => async (): Promise<void> => {
    done.push(`${name} begins`);
    await new Promise((later) => setTimeout(later, 5));
    done.push(`${name} ends`);
  };
  await Promise.all([stage.whileSaying("", piece("写入")), stage.unasked("", piece("刷新")), stage.unasked("", piece("再刷新"))]);
  expect(done).toEqual(["写入 begins", "写入 ends", "刷新 begins", "刷新 ends", "再刷新 begins", "再刷新 ends"]);
  expect([stage.isBusy, stage.isUnasked]).toEqual([false, false]);
});

test("what staff ask for while something goes on is left out: no button works twice", async () => {
  const stage = stageHere();
  let count = 0;
  const press = (): Promise<void> =>
    stage.whileSaying("", async () => {
      count++;
    });
  await Promise.all([press(), press()]);
  expect(count).toBe(1);
});

test("what staff ask for while something goes on that nobody asked for is done after it, once", async () => {
  const stage = stageHere();
  const done: string[] = [];
  const refresh = stage.unasked("", async () => {
    await new Promise((later) => setTimeout(later, 5));
    done.push("刷新");
  });
  const press = (): Promise<void> => stage.whileSaying("", async () => void done.push("预览"));
  await Promise.all([press(), press(), refresh]);
  expect(done).toEqual(["刷新", "预览"]);
});

describe("where staff want to go while something is still coming", () => {
  const come = (stage: Stage, title: string) => async (): Promise<void> => {
    await new Promise((later) => setTimeout(later, 5));
    stage.show({ title, content: () => null, buttons: [] });
  };

  test("is shown after it; of several the last", async () => {
    const stage = stageHere();
    const shown: string[] = [];
    stage.listen(() => shown.push(stage.step?.title ?? ""));
    await Promise.all([
      stage.whileSaying("", come(stage, "预览")),
      stage.inTurn("", come(stage, "今天")),
      stage.inTurn("", come(stage, "学员")),
    ]);
    expect([stage.step?.title, shown.includes("今天")]).toEqual(["学员", false]);
  });

  test("is not shown over a form that was opened since", async () => {
    const stage = stageHere();
    const going = stage.inTurn("", come(stage, "办事"));
    stage.show({ title: "收款", content: () => null, buttons: [] });
    await going;
    expect(stage.step?.title).toBe("收款");
  });
});

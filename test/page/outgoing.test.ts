import type { SentJson } from "../../apps-script/page/files/job-json";
import type { JobAnswer, JobAsk } from "../../apps-script/page/files/local-files";
import { Outgoing } from "../../apps-script/page/files/outgoing";

/** A server at which every unit has something new once cards go along, and only `news` without them. */
function sending(news: readonly string[], withCards: readonly string[]) {
  const asked: JobAsk["options"][] = [];
  const job = async <J>({ options }: JobAsk): Promise<JobAnswer<J>> => {
    asked.push(options);
    const all = options.withCards === true ? withCards : news;
    const { unit } = options;
    const units = Array.isArray(unit) ? all.filter((one) => unit.includes(one)) : all;
    const json: SentJson = { run: null, files: units.map((one) => ({ unit: one, file: `${one}.xlsx`, rows: 1 })), unchanged: 0 };
    return { json: json as J, needsPerson: false, folder: null, files: [] };
  };
  const outgoing = new Outgoing({ job });
  const ticked = () => outgoing.chosen.map(({ unit }) => unit);
  return { asked, outgoing, ticked };
}

test("whether cards go along changes nobody's tick, and brings in nobody who was not asked about", async () => {
  const { asked, outgoing, ticked } = sending(["甲矿", "乙矿"], ["甲矿", "乙矿", "丙矿"]);
  await outgoing.look(["丙矿"], null);
  outgoing.tick(
    (outgoing.offers ?? []).filter(({ unit }) => unit === "乙矿"),
    false,
  );
  outgoing.withCards = true;
  await outgoing.lookAgain(["丙矿"]);
  expect([outgoing.offers?.map(({ unit }) => unit), ticked()]).toEqual([["甲矿", "乙矿", "丙矿"], ["甲矿"]]);
  await outgoing.look(["丙矿"], "丙矿");
  outgoing.withCards = false;
  await outgoing.lookAgain(["丙矿"]);
  expect([outgoing.offers, ticked()]).toEqual([[{ unit: "丙矿", people: null }], ["丙矿"]]);
  await outgoing.send();
  expect(asked[asked.length - 1]).toEqual({ unit: ["丙矿"], withCards: false });
});

test("asked from the beginning, whoever would get something new is ticked, and nobody else", async () => {
  const { outgoing, ticked } = sending(["甲矿"], []);
  await outgoing.look(["甲矿", "丙矿"], null);
  expect(ticked()).toEqual(["甲矿"]);
});

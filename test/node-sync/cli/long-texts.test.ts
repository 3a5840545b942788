import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { longestOf, ROSTER } from "../../../apps-script/domain/schema/index";
import { UNIT_COLUMNS } from "../../../apps-script/domain/schema/unit-columns";
import { readTableFile } from "../../../node-sync/src/files/read-table-file";
import { idOf } from "../../domain/merge/lists";
import { anpei } from "../../support/cli";
import { AT, SyncOffice, unitAt } from "../../support/sync-office";

/** All is well, or a person has to look at something. */
const WELL: readonly (number | null)[] = [0, 4];

/** Valid in Excel, and longer than any column of ours takes. */
const LONG = "长".repeat(32_700);
const UNIT = unitAt(0);
const SENT = `${UNIT}.xlsx`;
const TITLES = UNIT_COLUMNS.map((column) => ROSTER.columns[column].title);
const PLACES = [...TITLES, "民族", "title", "header", "below"] as const;

interface Taken {
  readonly files: {
    readonly file: string;
    readonly rows?: { readonly new: number };
    readonly error?: unknown;
    readonly findings: Finding[];
  }[];
  readonly findings?: Finding[];
}
interface Finding {
  readonly code: string;
  readonly message: string;
}

let office: SyncOffice;
beforeAll(async () => {
  office = await SyncOffice.open(3);
});
afterAll(() => office.close());

const call = (...args: string[]) => anpei([...args, "--book", office.book, "--today", "2024-03-12", "--json"]);

/** A list of two people, with the long text in one place: in the second one's row, in a header, in a line around it. */
function listWith(place: (typeof PLACES)[number], serial: number): string[][] {
  const headers = [...TITLES, "民族"];
  const person = (index: number) => [
    "某某某",
    "居民身份证",
    idOf(index),
    `138${String(index).padStart(8, "0")}`,
    UNIT,
    "主要负责人",
    "大专",
    "初培",
    "",
    "",
    "",
    "汉",
  ];
  const good = person(serial);
  const bad = person(serial + 1);
  const at = headers.indexOf(place);
  if (at >= 0) bad[at] = LONG;
  return [
    ...(place === "title" ? [[LONG]] : []),
    place === "header" ? [...headers.slice(0, -1), LONG] : headers,
    good,
    bad,
    ...(place === "below" ? [[`填报单位：${LONG}`]] : []),
  ];
}

async function xlsxOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const { Workbook } = await import("exceljs");
  const workbook = new Workbook();
  workbook.addWorksheet("表").addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(",")).join("\r\n");

const idsInRoster = async (): Promise<Set<string>> =>
  new Set((await office.snapshot()).roster.map(({ idNumber }) => String(idNumber)));

it("takes the people of every list but the one cell, whatever the cell and the format", async () => {
  const folder = join(office.folder, "名单");
  mkdirSync(folder);
  const good: string[] = [];
  let serial = 400;
  for (const kind of ["csv", "xlsx"] as const) {
    for (const place of PLACES) {
      const rows = listWith(place, serial);
      good.push(idOf(serial));
      if (place !== "证件号" && place !== "姓名") good.push(idOf(serial + 1));
      serial += 2;
      writeFileSync(join(folder, `${kind} ${place}.${kind}`), kind === "csv" ? csvOf(rows) : await xlsxOf(rows));
    }
  }
  const { exit, json, err } = call("import", folder);
  expect([exit, err.includes("Error")]).toEqual([4, false]);
  const known = await idsInRoster();
  expect(good.filter((id) => !known.has(id))).toEqual([]);
  const { files } = json as Taken;
  expect(files.filter(({ error }) => error !== undefined && error !== null)).toEqual([]);
  for (const kind of ["csv", "xlsx"]) {
    for (const title of TITLES) {
      const name = `${kind} ${title}.${kind}`;
      const said = files.find(({ file }) => file === name)?.findings.map(({ message }) => message) ?? [];
      const sentence = said.find((message) => message.includes(`${title}有`)) ?? said.join("");
      const column = String.fromCharCode(65 + TITLES.indexOf(title));
      expect(sentence).toContain(`${name}·`);
      expect(sentence).toContain(`${column}3`);
      if (title !== "姓名") expect(sentence).toContain("某某某");
    }
  }
});

it("takes every other cell of a file of ours, and answers", async () => {
  expect(call("export", "--out", office.outbox).exit).not.toBe(1);
  for (const column of [AT.name, AT.idNumber, AT.kind, AT.note, AT.class]) {
    const mobile = `139${String(column).padStart(8, "0")}`;
    const bytes = await office.typed([
      [4, column, LONG],
      [3, 5, mobile],
    ]);
    await office.arrive(`回${column}.xlsx`, bytes);
    const inbox = join(office.inbox, `回${column}.xlsx`);
    const { exit, json } = call("import", inbox);
    expect([column, WELL.includes(exit)]).toEqual([column, true]);
    const said = (json as Taken).files[0]?.findings.map(({ message }) => message).join("\n");
    expect(said).toMatch(new RegExp(`回${column}\\.xlsx·学员·${String.fromCharCode(64 + column)}4 \\S+：`));
    expect(await office.snapshot().then(({ roster }) => roster.some((row) => row.mobile === mobile))).toBe(true);
    call("export", "--out", office.outbox);
  }
});

it("a unit that cannot be sent is one finding, and the others are sent by export and by sync", async () => {
  const long = "矿".repeat(71);
  await office.staffType("单位", 3, "单位全称", long);
  for (const row of [7, 8, 9]) await office.staffType("名册", row, "工作单位", long);
  const exported = call("export", "--out", join(office.folder, "另发"));
  expect(exported.exit).toBe(4);
  const { files, findings = [] } = exported.json as Taken;
  expect(files.length).toBeGreaterThan(0);
  expect(findings.filter(({ code }) => code === "X06")).toHaveLength(1);
  expect(findings.find(({ code }) => code === "X06")?.message).toContain("71个字");
  await office.arrive(
    "好名单.csv",
    csvOf([
      ["姓名", "证件号", "工作单位"],
      ["好人", idOf(700), unitAt(1)],
    ]),
  );
  await office.arrive(
    "坏名单.csv",
    csvOf([
      ["姓名", "证件号", "工作单位"],
      ["甲某", idOf(701), long],
      [LONG, idOf(702), unitAt(1)],
    ]),
  );
  const synced = call("sync", "--inbox", office.inbox, "--outbox", office.outbox);
  expect(synced.exit).toBe(4);
  const known = await idsInRoster();
  expect([700, 701].filter((serial) => !known.has(idOf(serial)))).toEqual([]);
  expect(existsSync(join(office.outbox, SENT))).toBe(true);
});

it("what staff typed long goes out as far as it fits, and comes back as it went", async () => {
  await office.staffType("名册", 1, "备注", "备".repeat(30_000));
  const out = join(office.folder, "长备注");
  const exported = call("export", "--out", out);
  expect(exported.exit).toBe(4);
  const said = (exported.json as Taken).findings?.find(({ code }) => code === "X07")?.message ?? "";
  expect(said).toContain("备注");
  const { sheets } = await readTableFile(join(out, SENT));
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(String)));
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(longestOf(ROSTER.columns.note));
  const before = (await office.snapshot()).roster[0]?.note;
  expect(call("import", join(out, SENT)).exit).not.toBe(1);
  expect((await office.snapshot()).roster[0]?.note).toBe(before);
});

it("takes the other rows of a site's list and of a card list, and the other classes of a plan", async () => {
  const known = (await office.snapshot()).roster.find(({ key }) => key === "B2024-00001");
  const id = String(known?.idNumber);
  const headers = ["姓名", "身份证号", "预约班级", "预约时间", "审核状态", "审核意见"];
  const good = [String(known?.name), id, "再培训班第二期", "2024-03-08", "通过", ""];
  for (const [index, header] of headers.entries()) {
    const bad = headers.map((_, place) => (place === index ? LONG : place === 1 ? idOf(301) : ""));
    const path = join(office.folder, `预约${header}.csv`);
    writeFileSync(path, csvOf([["截至2024年3月11日"], headers, bad, good]));
    const { exit, json } = call("import", path, "--as", "省厅预约");
    expect([header, WELL.includes(exit)]).toEqual([header, true]);
    expect(JSON.stringify(json)).toContain(path.split("/").pop());
  }
  expect((await office.snapshot()).roster.find(({ key }) => key === "B2024-00001")?.booking).toBe("通过");
  for (const [index, header] of ["卡号", "密码", "科目", "类型"].entries()) {
    const row = (place: number, number: string) =>
      ["K", "p", "", ""].map((text, at) => (at === place ? LONG : `${text}${number}`));
    const path = join(office.folder, `卡${header}.csv`);
    writeFileSync(path, csvOf([["卡号", "密码", "科目", "类型"], row(index, `${index}1`), row(9, `${index}2`)]));
    expect([header, call("cards", path).exit]).toEqual([header, 4]);
  }
  expect((await office.snapshot()).cards.map(({ key }) => key)).toEqual(["K02", "K12", "K22", "K32"]);
  const plan = join(office.folder, "计划.txt");
  const notice = readFileSync(join(__dirname, "../../fixtures/notice-2024.txt"), "utf8");
  writeFileSync(plan, notice.replace("再培训班第二期", `再培训班${LONG}第二期`));
  expect(call("plan", plan)).toMatchObject({
    exit: 4,
    json: {
      findings: expect.arrayContaining([expect.objectContaining({ code: "P32", message: expect.stringContaining("班级名称") })]),
    },
  });
});

import { failure } from "../../apps-script/domain/serving/answer";
import type { Answer } from "../../apps-script/domain/serving/calls";
import { committedOf } from "../../apps-script/domain/serving/committed";
import { PASSWORD_TABLES, passwordsOf, readFor, readingOf } from "../../apps-script/domain/serving/reading";
import { type Serving, serve } from "../../apps-script/domain/serving/serve";
import { Book } from "../../apps-script/page/book/book";
import { type Decider, decideHere } from "../../apps-script/page/deciding/decider";
import { sentenceOf } from "../../apps-script/page/sentences";
import type { Server } from "../../apps-script/page/server";
import { ScriptServer } from "../../apps-script/page/transport/google-script";
import { LocalServer } from "../../apps-script/page/transport/local";
import type { Home } from "../../apps-script/page/wording/home";
import { commit } from "../../node-sync/src/perform";
import { addRows, edit, freshTabs, type LabTab, rowWhere, tabOf } from "../hosts/lab";
import { type MemoryLab, memoryLab } from "../hosts/memory-lab";

const BUILD = "of this test";

/** A workbook in memory that answers a page, and what may happen on the line between them. */
export interface Office {
  readonly lab: MemoryLab;
  readonly calls: string[];
  today: string;
  build: string;
  home: Home;
  /** Happens before the call is answered; what it throws is a lost call. */
  before: (name: string) => unknown;
  /** Happens after it was answered; what it throws is a lost answer. */
  after: (name: string) => unknown;
}

export function officeWith(change: (tabs: LabTab[]) => void = () => undefined): Office {
  const tabs = freshTabs();
  const person = {
    工作单位: "示例金矿",
    职位: "主要负责人",
    申报类型: "再培训",
    证件有效期: "2024-06-15",
    报到日期: "2024-03-01",
  };
  addRows(tabOf(tabs, "名册"), [
    { ...person, 报名编号: "B2024-00001", 人员编号: "P00001", 姓名: "张一", 证件号: "379999198001010024" },
    { ...person, 报名编号: "B2024-00002", 人员编号: "P00002", 姓名: "李二", 证件号: "37999919750815003X" },
  ]);
  change(tabs);
  return {
    ...{ lab: memoryLab(tabs), calls: [], today: "2024-03-20", build: BUILD, home: "file" },
    ...{ before: () => undefined, after: () => undefined },
  };
}

/** Somebody types into 名册. */
export async function typeInto({ lab }: Office, number: string, header: string, text: string): Promise<void> {
  const tabs = await lab.dump();
  const roster = tabOf(tabs, "名册");
  edit(roster, rowWhere(roster, "报名编号", number), header, text);
  await lab.load(tabs);
}

/** On the first call of a kind only. */
export function once(name: string, work: () => unknown): (called: string) => unknown {
  let isDone = false;
  return (called) => {
    if (called !== name || isDone) return undefined;
    isDone = true;
    return work();
  };
}

export const lost = (): never => {
  throw new Error("Exceeded maximum execution time");
};

function servingOf(office: Office): Serving {
  const sentence = (error: unknown): string => sentenceOf(error, office.home);
  const none = (): never => {
    throw new Error("nobody asks for that here");
  };
  const { lab } = office;
  const momentOf = (): string => `${office.today}T09:00:00+08:00`;
  return {
    open: () => ({
      ...{ build: office.build, home: office.home, document: "名册", clerk: "甲", isWorkbook: true, isCopy: false },
      ...{ tabs: [], selected: null },
    }),
    read: (ask) => {
      const { tables, sparing } = readFor(ask);
      const { build, today } = office;
      const about = { build, document: "名册", clerk: "甲", today, moment: momentOf(), closed: [] };
      return readingOf(lab.host.read(tables, sparing), ask, about);
    },
    passwords: () => passwordsOf(lab.host.read(PASSWORD_TABLES)),
    commit: async ({ decision }) => {
      const terms = { today: office.today, head: { time: momentOf(), clerk: "甲", source: "菜单" } } as const;
      return committedOf(await commit(lab.host, decision, terms, office.build), sentence);
    },
    turn: none,
    init: none,
    tabText: none,
    jump: none,
  };
}

async function answered(office: Office, name: string, ask: unknown): Promise<string> {
  office.calls.push(name);
  await office.before(name);
  let answer: Answer<unknown>;
  try {
    answer = { ok: true, value: await serve(servingOf(office), name, ask) };
  } catch (error) {
    answer = failure(error, sentenceOf(error, office.home));
  }
  await office.after(name);
  return JSON.stringify(answer);
}

/** The page inside Google: a call goes as lists and texts, and comes back as text. */
function overScript(office: Office): Server {
  office.home = "sheet";
  type Handler = (given: unknown) => void;
  const run = (success: Handler, failed: Handler) => ({
    withSuccessHandler: (handler: Handler) => run(handler, failed),
    withFailureHandler: (handler: Handler) => run(success, handler),
    pageCall: (name: string, ask: unknown) =>
      void answered(office, name, JSON.parse(JSON.stringify(ask))).then(success, (error: unknown) => failed(error)),
    pageManual: () => failed(new Error("an office without a manual")),
  });
  const nobody = (): void => undefined;
  return new ScriptServer({ script: { run: run(nobody, nobody), host: { close: nobody } } });
}

/** The page in a browser on the PC. */
function overFetch(office: Office): Server {
  office.home = "file";
  globalThis.fetch = async (_address, request) => {
    const { call, ask } = JSON.parse(String(request?.body)) as { readonly call: string; readonly ask: unknown };
    return new Response(await answered(office, call, ask));
  };
  return new LocalServer("secret");
}

export const TRANSPORTS: readonly (readonly [string, (office: Office) => Server])[] = [
  ["google.script.run", overScript],
  ["fetch", overFetch],
];

export async function openBook(server: Server, decider: Decider = decideHere): Promise<Book> {
  const book = new Book(server, BUILD, Date.now, decider);
  await book.open();
  await book.read();
  return book;
}

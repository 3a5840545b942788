import { ClassStory } from "../support/class-story";

/**
 * Who is in which class under which light, and what 待办 says of it, as the command line leaves a workbook on disk: one story
 * for every case that the lights are to tell apart.
 */
const 二 = "再培训班第二期";
const 三 = "再培训班第三期";
const may = { kind: "再培训", validUntil: "2024-05-20" } as const;
const june = { kind: "再培训", validUntil: "2024-06-20" } as const;
const passed = (bookedClass: string) => ({ booking: "通过", bookedClass }) as const;
const refused = (bookedClass: string) => ({ booking: "退回", bookedClass }) as const;
const waiting = (bookedClass: string) => ({ booking: "待审", bookedClass }) as const;
const everybody = <T>(names: readonly string[], cells: T) => Object.fromEntries(names.map((name) => [name, cells]));

const CLOSED = "已过报名截止";
const CHANGED = "班级已改，尚未通知";
const READ_LIST = "预约已截止，请读入最新名单";
const UNREVIEWED = "已开班，预约还在待审";
const UNTYPED = "本班报到还没有登记";
const AWAITED = "有人还没有登记报到";
const ASKED = "本年度未再培训，请核实";
const CALL = "没有预报名也没有预约成功，请致电";
const REBOOK = "预约被退回，请重新预约";
const LOCKED_UNBOOKED = "锁定的班已停止预约";

test("no list of a class was ever read: its window open, over, and the class begun", async () => {
  const story = await ClassStory.given({ 五月: may, 六月: june, 退回: june, 锁定: june, 待审: june, 名单晚到: june });
  await story.people({ 退回: refused(二), 锁定: { lockedClass: 二 }, 五月: { toldClass: 二 }, 六月: { toldClass: 二 } });
  expect(await story.on("2024-03-23")).toEqual({
    ...everybody(["五月", "六月", "锁定", "待审", "名单晚到"], ["再2", "正常", CALL]),
    退回: ["再2", "紧张", REBOOK],
  });
  expect(story.reasonOf("退回")).toMatch(/省厅预约被退回，请在3月24日前（含当天）重新预约$/u);

  expect(await story.on("2024-03-25")).toEqual({
    ...everybody(["五月", "六月", "待审", "名单晚到"], ["再2", "待核"]),
    退回: ["再3", "正常"],
    锁定: ["再2", "紧张", LOCKED_UNBOOKED],
  });
  expect(story.todo(二)).toEqual([READ_LIST]);
  expect(story.said(二, READ_LIST)).toBe("再培训班第二期的预约已于3月24日截止，4人没有预约记录，还没有读入过本班的省厅名单。");

  await story.people({ 待审: waiting(二) });
  const begun = {
    五月: [null, CLOSED, CLOSED, CHANGED],
    六月: ["再3", "正常", CHANGED],
    退回: ["再3", "正常"],
    锁定: ["再2", "紧张", LOCKED_UNBOOKED],
    待审: ["再2", "待核", UNREVIEWED],
    名单晚到: ["再3", "正常"],
  };
  expect(await story.on("2024-03-26")).toEqual(begun);
  expect(story.todo(二)).toEqual([]);
  expect(story.reasonOf("六月")).toMatch(/再培训班第二期已停止预约；取再培训班第三期/u);
  expect(story.reasonOf("五月")).toMatch(/没有可报的班；再培训班第三期还来得及，可由中心填写“锁定班级”$/u);
  expect(story.reasonOf("锁定")).toMatch(/须由中心代为办理$/u);

  await story.people({ 名单晚到: passed(二) });
  expect(await story.on("2024-04-03")).toEqual({ ...begun, 锁定: ["再2", "未报到", "未报到"], 名单晚到: ["再2", "正常"] });
  expect(story.said(二, UNTYPED)).toBe("再培训班第二期已开班，报到还没有登记（1人）。");
});

test("the window is over and known to have been: the next class of the month, or none", async () => {
  const story = await ClassStory.given({ 五月: may, 六月: june, 退回: june, 省厅: june, 锁定: june });
  await story.people({ 退回: refused(三), 省厅: waiting(三), 锁定: { ...passed(二), lockedClass: 三 } });
  await story.people({ 六月: { toldClass: 二, preRegisteredOn: "2024-03-20", preRegisteredClass: 二 } });
  await story.classes({ [二]: { bookingChecked: "2024-03-25" } });
  expect(await story.on("2024-03-25")).toEqual({
    五月: [null, CLOSED, CLOSED],
    六月: ["再3", "正常", CHANGED],
    退回: ["再3", "紧张"],
    省厅: ["再3", "正常"],
    锁定: ["再3", "正常", "省厅预约的班级不一致"],
  });
  expect(story.todo(二)).toEqual([]);
  expect(story.reasonOf("六月")).toMatch(/；再培训班第二期的预报名转用到本班$/u);
  expect(story.said("六月", CHANGED)).toMatch(/的班级由“再培训班第二期”改为再培训班第三期，单位和本人还不知道。$/u);

  expect(await story.on("2024-05-13")).toEqual({
    五月: [null, CLOSED, CLOSED],
    六月: ["再3", "待核", CHANGED],
    退回: [null, CLOSED, CLOSED],
    省厅: ["再3", "正常"],
    锁定: ["再3", "紧张", "省厅预约的班级不一致"],
  });
  expect(story.todo(三)).toEqual([READ_LIST]);
});

test("初培 goes on to the next 培训班, and the seats of a class displace nobody", async () => {
  const story = await ClassStory.given({ 初培: { kind: "初培" }, 在座: june, 后到: june });
  await story.people({ 后到: { lockedClass: 三 } });
  await story.classes({ [二]: { capacity: 1 } });
  expect(await story.on("2024-03-01")).toEqual({ 初培: ["培1", null], 在座: ["再2", "正常", CALL], 后到: ["再3", "正常"] });
  await story.people({ 后到: { lockedClass: null, ...passed(二) } });
  expect(await story.on("2024-03-20")).toEqual({
    初培: ["培1", null, CALL],
    在座: ["再2", "正常", CALL],
    后到: ["再2", "正常"],
  });
  expect(story.todo(二)).toEqual(["班级超员"]);
  expect(await story.on("2024-04-07")).toMatchObject({ 初培: ["培1", "待核"] });
  expect(story.todo("培训班第一期")).toEqual([READ_LIST]);
  expect(await story.on("2024-04-08")).toMatchObject({ 初培: ["培2", null] });
  expect(story.reasonOf("初培")).toMatch(/^初培；培训班第一期已停止预约；/u);
});

test("approved: nobody's report-in typed, others', not this one's, given up, and late", async () => {
  const names = ["五月", "六月", "来了", "未报", "晚到", "锁着"];
  const story = await ClassStory.given({ ...everybody(names, june), 五月: may });
  await story.people(everybody(names, passed(二)));
  expect(await story.on("2024-03-26")).toEqual(everybody(names, ["再2", "正常"]));
  expect(story.said(二, UNTYPED)).toBe("再培训班第二期已开班，报到还没有登记（6人）。");

  await story.people({ 来了: { reportedInOn: "2024-03-26" }, 未报: { noShow: "是" }, 锁着: { noShow: "是", lockedClass: 二 } });
  const known = { 来了: ["再2", "正常"], 未报: ["再3", "正常", "未报到"], 锁着: ["再2", "未报到", "未报到"] };
  const awaited = { ...known, ...everybody(["五月", "六月", "晚到"], ["再2", "待核"]) };
  expect(await story.on("2024-03-27")).toEqual(awaited);
  expect(story.todo(二)).toEqual([AWAITED]);
  expect(story.said(二, AWAITED)).toBe("再培训班第二期已有人报到，还有3人没有登记。");
  expect(story.reasonOf("未报")).toMatch(/；没有到再培训班第二期报到；取再培训班第三期/u);
  expect(await story.on("2024-04-02")).toEqual(awaited);

  await story.people({ 晚到: { reportedInOn: "2024-03-28" } });
  const given = { ...known, 五月: [null, CLOSED, CLOSED, "未报到"], 六月: ["再3", "正常", "未报到"], 晚到: ["再2", "正常"] };
  expect(await story.on("2024-04-03")).toEqual(given);
  expect(story.todo(二)).toEqual([]);
});

test("trained: by the days that are left, with one 补考", async () => {
  const story = await ClassStory.given(everybody(["待约", "不合格", "缺考", "两次", "考晚", "等成绩", "合格"], june));
  const trained = { ...passed(二), reportedInOn: "2024-03-26", trained: "是" };
  await story.people({
    待约: trained,
    不合格: { ...trained, exam: "不合格", examTries: 1, examOn: "2024-04-08" },
    缺考: { ...trained, exam: "缺考", examOn: "2024-04-08" },
    两次: { ...trained, exam: "不合格", examTries: 2, examOn: "2024-04-08" },
    考晚: { ...trained, exam: "待考", examOn: "2024-06-20" },
    等成绩: { ...trained, exam: "待考", examOn: "2024-06-18" },
    合格: { ...trained, exam: "合格", examTries: 1, examOn: "2024-04-08" },
  });
  const first = {
    待约: ["再2", "正常", "培训已完成，未约考"],
    不合格: ["再2", "紧张", "考试没有通过，可以补考"],
    缺考: ["再2", "紧张", "考试没有通过，可以补考"],
    两次: ["再2", "本年度未再培训", ASKED],
    考晚: ["再2", "来不及", "考试日期太晚"],
    等成绩: ["再2", "正常"],
    合格: ["再2", "已完成"],
  };
  expect(await story.on("2024-04-10")).toEqual(first);
  expect(story.reasonOf("不合格")).toMatch(/考试没有通过，可以补考$/u);
  // Only classes that end before the certificate does.
  expect(story.reasonOf("两次")).toMatch(
    /；本年度的再培训没有办成，请在省厅系统核实证书状态；现在还能预约再培训班第三期、第四期$/u,
  );
  expect(await story.on("2024-06-05")).toEqual({
    ...first,
    待约: ["再2", "紧张", "培训已完成，未约考"],
    等成绩: ["再2", "紧张"],
  });
  const lastDay = await story.on("2024-06-20");
  expect(lastDay).toMatchObject(everybody(["待约", "不合格", "缺考"], ["再2", "来不及", "来不及"]));
  expect(lastDay).toMatchObject({ 等成绩: ["再2", "待核"] });
  expect(story.reasonOf("待约")).toMatch(/（3月29日结束，到今天已晚了1天）$/u);
  expect(await story.on("2024-06-21")).toMatchObject({
    待约: ["再2", "已过期", "证件已过期"],
    等成绩: ["再2", "待核"],
    合格: ["再2", "已完成"],
  });
  expect(story.reasonOf("等成绩")).toBe("有效期2024-06-20；已办理，班级为再培训班第二期（3月29日结束）；6月18日的考试等成绩");
});

test("the day of the certificate, its anniversaries and the months without a class", async () => {
  const of = (validUntil: string) => ({ kind: "再培训", validUntil }) as const;
  const asked = of("2026-05-20");
  const story = await ClassStory.given({
    ...{ 本年: may, 次年: asked, 已办: asked, 失效: asked, 新证: of("2027-05-20") },
    ...{ 开班前: of("2026-02-20"), 一月: of("2025-01-20") },
  });
  await story.people({ 已办: { dutyAnswer: "已在别处完成" }, 失效: { dutyAnswer: "证书已失效" } });
  const others = {
    已办: [null, "已完成"],
    失效: [null, "已过期", "证件已过期"],
    新证: [null, CLOSED, CLOSED],
    开班前: [null, "无对应班次"],
    一月: [null, "无对应班次"],
  };
  const late = [null, "来不及", "来不及"];
  expect(await story.on("2024-05-20")).toEqual({ ...others, 本年: late, 次年: late });
  const after = { ...others, 本年: [null, "已过期", "证件已过期"], 次年: [null, "本年度未再培训", ASKED] };
  expect(await story.on("2024-05-21")).toEqual(after);
  expect(story.todo("名册")).toEqual(["月份没有对应班次"]);
  expect(story.said("次年", ASKED)).toMatch(
    /请在省厅系统核实证书状态；现在还能预约再培训班第四期、第五期、第六期、第七期、第八期。$/u,
  );
  expect(story.said("次年", ASKED)).not.toMatch(/初培/u);
  expect(story.reasonOf("一月")).toMatch(/第七期、第八期还来得及，可由中心填写“锁定班级”；明年的班赶不上$/u);
  expect(await story.on("2024-12-15")).toEqual(after);
});

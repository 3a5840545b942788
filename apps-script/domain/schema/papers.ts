import { type Column, defineTable, type Paper, type RowOf } from "./column";

/** The three stages, in the order in which a person meets them, as units are told of them. */
export const STAGES = { upload: "申报上传", profile: "我的信息", desk: "报到" } as const;

type PaperEntry = Column & { readonly kind: "text"; readonly owner: "centre"; readonly paper: Paper };

/** @param since the schema version that brought it; the first unless given */
const paper = (title: string, about: Paper, note?: string, since?: number): PaperEntry => ({
  title,
  owner: "centre",
  kind: "text",
  paper: about,
  width: Math.max(10, title.length * 2 + 1),
  ...(note === undefined ? {} : { note }),
  ...(since === undefined ? {} : { since }),
});

/** One of the seven checks of the 推荐表 (the notice, step 2 ③): complete, post, trade, seal, seal of that unit, signed, dated. */
const formCheck = (called: string, note?: string, since?: number): PaperEntry =>
  paper(`推荐表·${called}`, { stage: "upload", called, checkOf: "uploadForm" }, note, since);

/**
 * One row is one enrolment; one column is one paper or sub-check of one of the three stages. A paper's entry says all that
 * the rules need of it. The notice asks the same of 初培 and 再培训, and says nothing of 换证.
 * Sources: the notice, step 2 and the manual's 申报信息 (uploads), 我的信息, and step 5 (report-in).
 */
export const PAPERS = defineTable({
  name: "papers",
  title: "资料",
  purpose: "每人三个阶段的资料：申报上传、我的信息、报到。填 已交、不合格:原因 或 不适用。",
  key: ["id"],
  columns: {
    id: { title: "报名编号", owner: "system", kind: "id", width: 13 },
    name: { title: "姓名", owner: "computed", kind: "text", width: 10 },
    unit: { title: "工作单位", owner: "computed", kind: "text", width: 26 },
    uploadPhoto: paper("申报·证件照", { stage: "upload", called: "证件照" }, "近期白底1寸照片"),
    uploadDocument: paper("申报·有效证件", { stage: "upload", called: "有效证件" }, "身份证正反面做在一张图片上"),
    uploadForm: paper("申报·推荐表", { stage: "upload", called: "推荐表" }),
    formComplete: formCheck("填写完整"),
    formPost: formCheck("职位", "主要负责人或安全生产管理人员"),
    formTrade: formCheck("行业类别", "金属非金属矿山"),
    formSeal: formCheck("公章"),
    formSealUnit: formCheck("章与单位一致"),
    formSigned: formCheck("签名指印"),
    formDated: formCheck("日期"),
    profilePhoto: paper("信息·证件照", { stage: "profile", called: "证件照" }),
    profileDocument: paper("信息·有效证件", { stage: "profile", called: "有效证件" }),
    profileEducation: paper("信息·学历证明", { stage: "profile", called: "学历证明" }),
    // The notice asks for the 身份证 alone, although passports are taken for the upload: a person has to confirm.
    deskOriginal: paper("报到·证件原件", { stage: "desk", called: "身份证原件", otherwise: "有效证件原件（请确认）" }),
    deskCopy: paper("报到·证件复印件", { stage: "desk", called: "身份证复印件", otherwise: "有效证件复印件（请确认）" }),
    deskForm: paper("报到·报名登记表", { stage: "desk", called: "报名登记表" }),
    deskEducation: paper("报到·学历证书复印件", { stage: "desk", called: "学历证书复印件" }),
    formUnit: { title: "推荐表单位", owner: "system", kind: "text", hidden: true, width: 26, since: 2 },
    bookedAs: { title: "预约时身份", owner: "system", kind: "text", hidden: true, width: 24, since: 2 },
  },
});

export type PapersRow = RowOf<typeof PAPERS>;

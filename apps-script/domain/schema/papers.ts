import { type Column, defineTable, type RowOf } from "./column";

const paper = (title: string, note?: string): Column & { readonly kind: "text"; readonly owner: "centre" } => ({
  title,
  owner: "centre",
  kind: "text",
  width: Math.max(10, title.length * 2 + 1),
  ...(note === undefined ? {} : { note }),
});

/**
 * One row is one enrolment; one column is one paper or sub-check of one of the three stages.
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
    uploadPhoto: paper("申报·证件照", "近期白底1寸照片"),
    uploadDocument: paper("申报·有效证件", "身份证正反面做在一张图片上"),
    uploadForm: paper("申报·推荐表"),
    formComplete: paper("推荐表·填写完整"),
    formPost: paper("推荐表·职位", "主要负责人或安全生产管理人员"),
    formTrade: paper("推荐表·行业类别", "金属非金属矿山"),
    formSeal: paper("推荐表·公章"),
    formSealUnit: paper("推荐表·章与单位一致"),
    formSigned: paper("推荐表·签名指印"),
    formDated: paper("推荐表·日期"),
    profilePhoto: paper("信息·证件照"),
    profileDocument: paper("信息·有效证件"),
    profileEducation: paper("信息·学历证明"),
    deskOriginal: paper("报到·证件原件"),
    deskCopy: paper("报到·证件复印件"),
    deskForm: paper("报到·报名登记表"),
    deskEducation: paper("报到·学历证书复印件"),
  },
});

export type PapersRow = RowOf<typeof PAPERS>;

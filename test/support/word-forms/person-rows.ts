import { label, type Row, SIZE, value } from "./look";

/** Columns of a form about one person, in mm; the last one is as wide as a photo. */
export const PERSON_WIDTHS = [28, 40, 28, 40, 34] as const;

/** Two facts beside each other. */
export const pair = (first: string, its: string, second: string, other: string): Row => ({
  cells: [label(first), value(its), label(second), value(other, { columns: 2 })],
});

/** One fact over the whole width. */
export const wide = (name: string, its: string): Row => ({ cells: [label(name), value(its, { columns: 4 })] });

/** Who it is, beside the photo that the notice asks for. */
export const PERSON_ROWS: readonly Row[] = [
  {
    cells: [
      label("姓　　名"),
      value("{姓名}"),
      label("性　　别"),
      value("{性别}"),
      value("近期白底\n1寸证件照", { rows: 4, size: SIZE.small }),
    ],
  },
  { cells: [label("出生日期"), value("{出生日期}"), label("学　　历"), value("{学历}")] },
  { cells: [label("证件类型"), value("{证件类型}"), label("手 机 号"), value("{手机号}")] },
  { cells: [label("证 件 号"), value("{证件号}", { columns: 3 })] },
  wide("工作单位", "{工作单位}"),
];

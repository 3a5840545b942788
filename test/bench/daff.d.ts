/** As far as the bench uses it. */
declare module "daff" {
  type Cell = string | number | boolean | null;
  class TableView {
    constructor(rows: readonly Cell[][]);
  }
  class CompareFlags {}
  class Merger {
    constructor(parent: TableView, local: TableView, remote: TableView, flags: CompareFlags);
    /** Merges into `local`; how many conflicts there are. */
    apply(): number;
  }
  const daff: {
    readonly TableView: typeof TableView;
    readonly CompareFlags: typeof CompareFlags;
    readonly Merger: typeof Merger;
  };
  export default daff;
}

/** What a process that reads may take, for each file. Work is limited where it is done, see `xlsx/limits.ts`; this holds the rest. */
export interface ReaderLimits {
  /** How many files are read at the same time. */
  readonly processes: number;
  /** How many files a process is asked about at a time; it reads one after the other. */
  readonly filesAtOnce: number;
  /** JavaScript's own memory, in megabytes. */
  readonly heapMegabytes: number;
  /** All memory of the process: buffers are in no heap. */
  readonly memoryBytes: number;
  /** Time of the processor, which a busy PC does not use up for us. */
  readonly cpuMs: number;
  /** How long a file may be read without any use of the processor: longer is a disk that does not answer. */
  readonly idleMs: number;
  /** How often is looked. */
  readonly lookEveryMs: number;
  /** A process that waits this long for the next file is ended. */
  readonly keepMs: number;
}

const megabyte = 1024 * 1024;

export const readerLimits: ReaderLimits = {
  processes: 2,
  filesAtOnce: 8,
  heapMegabytes: 1024,
  memoryBytes: 1536 * megabyte,
  cpuMs: 60_000,
  idleMs: 180_000,
  lookEveryMs: 50,
  keepMs: 10_000,
};

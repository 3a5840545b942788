/**
 * What meets clocks (days, hosts, readers) runs under three time zones, the rules under one: lint keeps Date and Intl out of
 * the domain, so no zone can reach it. The farther zones meet what writes and reads days. The soak goes further: whole hosts in
 * each of them, every rule in the farthest with its larger counts, and of the nearest zone only those with larger counts still,
 * as the rest was in `npm test`. The zone is set by the test environment (Node re-reads process.env.TZ when it is assigned).
 */
const tests = (...places) => places.map((place) => `<rootDir>/test/${place}.test.ts`);
const everywhere = tests("domain/**/*", "hosts/**/*", "readers/**/*");
const withoutHosts = tests("domain/days/**/*", "readers/{styles-and-days,variants}");
const withClocks = tests("domain/days/**/*", "hosts/{memory-host,xlsx-host}", "readers/{styles-and-days,variants}");
const withDays = tests("domain/days/**/*", "hosts/{memory-host,patch-cells}", "readers/{styles-and-days,variants}");
const withLargerCounts = tests("domain/{changes/closed-runs,merge/list-histories}", "hosts/two-pages", "readers/compound-file");
const isSoak = Boolean(process.env.ANPEI_SOAK);
const shared = {
  transform: { "^.+\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/test/tsconfig.jest.json", diagnostics: false }] },
  modulePathIgnorePatterns: ["<rootDir>/demo/", "<rootDir>/node-sync/dist/", "<rootDir>/apps-script/dist/"],
  testEnvironment: "<rootDir>/test/support/zoned-environment.cjs",
};
const zone = (displayName, timeZone, testMatch) => ({
  ...shared,
  displayName,
  testMatch,
  testEnvironmentOptions: { timeZone },
});
module.exports = {
  testTimeout: isSoak ? 600_000 : 120_000,
  // Jest leaves one core idle by default.
  maxWorkers: "100%",
  projects: [
    zone("shanghai", "Asia/Shanghai", isSoak ? withLargerCounts : everywhere),
    zone("los-angeles", "America/Los_Angeles", isSoak ? everywhere : withDays),
    zone("utc", "UTC", isSoak ? withClocks : withoutHosts),
    {
      ...shared,
      displayName: "node",
      testMatch: [
        "<rootDir>/test/node-sync/**/*.test.ts",
        "<rootDir>/test/google/**/*.test.ts",
        "<rootDir>/test/page/**/*.test.ts",
        "<rootDir>/test/clicks/**/*.test.ts",
        "<rootDir>/test/manual/**/*.test.ts",
        "<rootDir>/test/project/**/*.test.ts",
      ],
      testEnvironmentOptions: { timeZone: "Asia/Shanghai" },
    },
  ],
};

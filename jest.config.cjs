/**
 * Rules, readers and hosts run under three time zones, everything else once. Of the farther zones `npm test` runs what works with
 * days and moments, the soak everything; of the nearest one it runs only what it has larger counts for, as the rest was in
 * `npm test`. The zone is set by the test environment (Node re-reads process.env.TZ when it is assigned).
 */
const tests = (...places) => places.map((place) => `<rootDir>/test/${place}.test.ts`);
const everywhere = tests("domain/**/*", "hosts/**/*", "readers/**/*");
const withDays = tests(
  "domain/{days,plan}/**/*",
  "domain/rules/{assign/!(year|lived),todo,reminders,progress,check-plan}",
  "domain/merge/{read-cell,returned-stories,round-trip,site/**/*}",
  "hosts/{memory-host,xlsx-host}",
  "readers/{styles-and-days,variants}",
);
const withLargerCounts = tests("domain/{changes/closed-runs,merge/list-histories}", "hosts/two-pages", "readers/compound-file");
const nearest = process.env.ANPEI_SOAK ? withLargerCounts : everywhere;
const farther = process.env.ANPEI_SOAK ? everywhere : withDays;
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
  testTimeout: process.env.ANPEI_SOAK ? 600_000 : 120_000,
  // Jest leaves one core idle by default.
  maxWorkers: "100%",
  projects: [
    zone("shanghai", "Asia/Shanghai", nearest),
    zone("los-angeles", "America/Los_Angeles", farther),
    zone("utc", "UTC", farther),
    {
      ...shared,
      displayName: "node",
      testMatch: [
        "<rootDir>/test/node-sync/**/*.test.ts",
        "<rootDir>/test/google/**/*.test.ts",
        "<rootDir>/test/project/**/*.test.ts",
      ],
      testEnvironmentOptions: { timeZone: "Asia/Shanghai" },
    },
  ],
};

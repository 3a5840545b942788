/**
 * Rules, readers and hosts run under three time zones; everything else once. The zone is set by the test
 * environment (Node re-reads process.env.TZ when it is assigned). Outside the soak the two farther zones leave out what
 * knows no days: long property tests of the merge, people's ids and names, broken packages.
 */
const everywhere = [
  "<rootDir>/test/domain/**/*.test.ts",
  "<rootDir>/test/hosts/**/*.test.ts",
  "<rootDir>/test/readers/**/*.test.ts",
];
const dayless = process.env.ANPEI_SOAK
  ? []
  : [
      "/test/domain/(people|changes)/",
      "/test/domain/merge/(guarantees|properties|three-way|units|foreign|recognise|two-lists|list-bases)",
      "/test/domain/rules/(written-lines|papers|fees|cards|card-pool|payment-book|number-rows|check-units)",
      "/test/readers/hostile-files",
      "/test/hosts/(patch-|formulas)",
    ];
const shared = {
  transform: { "^.+\\.ts$": ["ts-jest", { tsconfig: "<rootDir>/test/tsconfig.jest.json", diagnostics: false }] },
  modulePathIgnorePatterns: ["<rootDir>/demo/", "<rootDir>/node-sync/dist/", "<rootDir>/apps-script/dist/"],
  testEnvironment: "<rootDir>/test/support/zoned-environment.cjs",
};
const zone = (displayName, timeZone, leftOut = []) => ({
  ...shared,
  displayName,
  testMatch: everywhere,
  testPathIgnorePatterns: ["/node_modules/", ...leftOut],
  testEnvironmentOptions: { timeZone },
});
module.exports = {
  testTimeout: 120_000,
  // Jest leaves one core idle by default.
  maxWorkers: "100%",
  projects: [
    zone("shanghai", "Asia/Shanghai"),
    zone("los-angeles", "America/Los_Angeles", dayless),
    zone("utc", "UTC", dayless),
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

const { TestEnvironment } = require("jest-environment-node");

/** Runs a test file in the time zone its project asks for. */
module.exports = class ZonedEnvironment extends TestEnvironment {
  constructor(config, context) {
    process.env.TZ = config.projectConfig.testEnvironmentOptions.timeZone;
    super(config, context);
  }
};

import { defineConfig, devices } from "@playwright/test";

/**
 * Debian's own browser: nothing is downloaded. The shell without its windows draws pages alike in half the
 * time. `--no-sandbox` because tests may run as root.
 */
const launchOptions = {
  executablePath: "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox"],
  // Without it the browser loses names of files that are not ASCII, up and down.
  env: { ...process.env, LC_ALL: "C.UTF-8" },
};

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./scripts/test/product.ts",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/reports/e2e.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    launchOptions,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // A trace costs a fifth of the time; a failure names the step and shows the page's tree without one.
    trace: "off",
  },
});

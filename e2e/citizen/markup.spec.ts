import { expect, test } from "@playwright/test";
import { order } from "#e2e/support/cli.ts";
import { makeWithdrawn, openTestSite } from "#e2e/support/documents.ts";
import { ask } from "#e2e/support/http.ts";
import { running, siteOf } from "#e2e/support/product.ts";
import type { PageAddress } from "#e2e/support/site-pages.ts";
import { careOf, pageTypes } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ timeout: 120_000 });

/** A site in each state that shows a page instead of its own. */
async function statePages(): Promise<PageAddress[]> {
  const site = await openTestSite("状态页测试网站", "--preparing");
  const pages = [{ name: "preparing", url: `${site.origin}/` }];
  const later = await openTestSite("停运测试网站");
  await order(
    "site",
    "state",
    "--code",
    later.code,
    "--state",
    "suspended",
    "--notice",
    "机房检修",
  );
  pages.push({ name: "suspended", url: `${later.origin}/` });
  const closed = await openTestSite("关停测试网站");
  await order(
    ...["site", "state", "--code", closed.code, "--state", "closed"],
    ...["--notice", "本网站已并入云川省人民政府网站。", "--successor", siteOf("yunchuan").origin],
  );
  pages.push({ name: "closed", url: `${closed.origin}/` });
  const { origin } = siteOf("yunchuan");
  pages.push(
    { name: "malformed address", url: `${origin}/a//b` },
    { name: "too long an address", url: `${origin}/${"a".repeat(3000)}` },
    { name: "the machine's own list", url: `${running().url}/` },
  );
  return pages;
}

test("the Nu checker finds no error on any page type, standard or care, nor on any state page", async () => {
  const withdrawn = await makeWithdrawn();
  const own = [...(await pageTypes("yunchuan")), { name: "withdrawn", url: withdrawn.url }];
  const department = [
    { name: "department home", url: `${siteOf("jyt").origin}/` },
    { name: "department list", url: `${siteOf("jyt").origin}/tzgg` },
  ];
  const standard = [...own, ...department];
  const care = standard.map(({ name, url }) => ({ name: `${name}, care`, url: careOf(url) }));
  const scheme = {
    name: "care, black on yellow",
    url: `${siteOf("jyt").origin}/care?scheme=yb&size=3`,
  };
  const addresses = [...standard, ...care, scheme, ...(await statePages())];
  const pages = await Promise.all(
    addresses.map(async ({ name, url }) => ({ name, html: (await ask(url)).body })),
  );
  for (const { name, html } of pages)
    expect(html.slice(0, 15).toLowerCase(), name).toBe("<!doctype html>");
  test.info().annotations.push({ type: "pages", description: String(pages.length) });
  expect(await htmlErrors(pages)).toEqual([]);
});

test("the checker itself finds a planted error", async () => {
  const { body } = await ask(`${siteOf("yunchuan").origin}/`);
  const html = body
    .replace("<main", '<main role="none" bogus="1"')
    .replace("</main>", "</p></main>");
  expect(await htmlErrors([{ name: "planted", html }])).not.toEqual([]);
});

import { afterAll, expect, test } from "vitest";
import { operatorOf } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { nameRegions } from "#modules/sites/regions/commands.ts";
import { regionNames } from "#modules/sites/regions/schema.ts";

const base = testDatabase();
const operator = operatorOf(base.db);
afterAll(() => base.close());

const code = `9${Math.floor(10_000 + Math.random() * 89_999)}`;
const nameOf = async (one: string) => {
  const [row] = await base.owner<
    { name: string }[]
  >`select name from public_region where code = ${one}`;
  return row?.name ?? null;
};
const acts = async () => {
  const [row] = await base.owner<{ n: number }[]>`
    select count(*)::int as n from audit_entry where action = 'regions.name' and details::text like ${`%${code}%`}`;
  return row?.n ?? 0;
};

test("a region gets its name once, is renamed by an operator, and what ships does not undo that", async () => {
  expect(await nameRegions(operator, { [code]: "新区" })).toEqual({ changed: 1 });
  expect(await nameRegions(operator, { [code]: "新区" })).toEqual({ changed: 0 });
  expect(await acts()).toBe(1);
  expect(await nameRegions(operator, { [code]: "望江新区" })).toEqual({ changed: 1 });
  expect(await nameRegions(operator, { [code]: "新区" }, { onlyNew: true })).toEqual({
    changed: 0,
  });
  expect(await nameOf(code)).toBe("望江新区");
  expect(await acts()).toBe(2);
});

test("whoever may not open sites may not name regions", async () => {
  const stranger = { actor: { kind: "staff" as const, accountId: 0, grants: [] }, db: base.db };
  await expect(nameRegions(stranger, { [code]: "别处" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await nameOf(code)).not.toBe("别处");
});

test.each([{ "9901": "云州市" }, { "990100": "" }, { "990100": "州".repeat(41) }])(
  "%j is refused",
  (names) => expect(regionNames.safeParse(names).success).toBe(false),
);

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KEEP_ALIVE_SECONDS, ReadyAnswers } from "#gateway/ready.ts";

const ready = new ReadyAnswers();
const body = Buffer.from("<p>正文</p>");
const head = [
  "Content-Type",
  "text/html; charset=utf-8",
  "Content-Length",
  String(body.length),
  "ETag",
  '"x"',
];
const server = createServer(
  { keepAliveTimeout: KEEP_ALIVE_SECONDS * 1_000 },
  (request, response) => {
    if (request.url === "/slow") response.end(body);
    else ready.send(response, head, body);
  },
);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

const port = () => (server.address() as AddressInfo).port;

test("a ready answer is an ordinary answer to a client", async () => {
  const answer = await fetch(`http://127.0.0.1:${port()}/`);
  expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([
    200,
    '"x"',
    "<p>正文</p>",
  ]);
  expect(Math.abs(Date.parse(answer.headers.get("date") ?? "") - Date.now())).toBeLessThan(5_000);
});

test("it says the same of the connection as Node's own answers", async () => {
  const ask = async (path: string) => {
    const { headers } = await fetch(`http://127.0.0.1:${port()}${path}`);
    return [headers.get("connection"), headers.get("keep-alive")];
  };
  expect(await ask("/")).toEqual(await ask("/slow"));
});

test("requests one after another on one connection are all answered, in order and whole", async () => {
  const answers = await new Promise<string>((resolve, reject) => {
    const socket = connect(port(), "127.0.0.1");
    let text = "";
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (text.split("</p>").length === 51) socket.end();
    });
    socket.on("close", () => resolve(text));
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
  });
  expect(answers.match(/HTTP\/1\.1 200 OK\r\n/g)).toHaveLength(50);
  expect(answers.match(/<p>正文<\/p>/g)).toHaveLength(50);
  expect(answers.match(/Connection: keep-alive/g)).toHaveLength(50);
});

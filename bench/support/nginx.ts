import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { SECURITY_HEADERS } from "#gateway/headers.ts";
import { get } from "./http.ts";
import { until } from "./product.ts";

export type Nginx = { pid: number; port: number; stop: () => void };

/** nginx and wrk are Debian packages: installed when missing and allowed. */
export function needPrograms(): void {
  for (const [program, packageName] of [
    ["nginx", "nginx-light"],
    ["wrk", "wrk"],
    ["taskset", "util-linux"],
  ] as const) {
    try {
      execFileSync("which", [program], { stdio: "ignore" });
    } catch {
      if (process.getuid?.() !== 0)
        throw new Error(`needs ${program}: apt-get install ${packageName}`);
      execFileSync(
        "apt-get",
        ["install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", packageName],
        { stdio: "ignore" },
      );
    }
  }
}

function config(folder: string, port: number, gzip: string): string {
  const headers = ["Cache-Control", "no-cache", "Vary", "Accept-Encoding", ...SECURITY_HEADERS];
  const added = Array.from(
    { length: headers.length / 2 },
    (_, at) => `    add_header ${headers[at * 2]} "${headers[at * 2 + 1]}";`,
  );
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `  ${name}_temp_path ${folder}/tmp/${name};`,
  );
  return `
worker_processes 1; daemon off; master_process off;
pid ${folder}/nginx-${port}.pid; error_log ${folder}/error.log warn;
events { worker_connections 1024; }
http {
${temporary.join("\n")}
  types { text/html html; } default_type text/html; charset utf-8;
  sendfile on; tcp_nopush on; keepalive_requests 10000000; keepalive_timeout 65;
  log_format plain '$time_iso8601 $remote_addr $host $request_method $uri $status $bytes_sent';
  access_log ${folder}/access-${port}.log plain buffer=256k flush=1s;
  open_file_cache max=100 inactive=60s;
  ${gzip}
  server {
    listen 127.0.0.1:${port}; root ${folder}/www-${port}; etag on;
${added.join("\n")}
  }
}`;
}

/** The same bytes and headers from nginx: static with gzip beside it, or compressing at its default level. */
export async function startNginx(
  folder: string,
  port: number,
  page: Buffer,
  isPrecompressed: boolean,
): Promise<Nginx> {
  const root = join(folder, `www-${port}`);
  mkdirSync(join(folder, "tmp"), { recursive: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "page.html"), page);
  if (isPrecompressed) writeFileSync(join(root, "page.html.gz"), gzipSync(page, { level: 7 }));
  const path = join(folder, `nginx-${port}.conf`);
  writeFileSync(path, config(folder, port, isPrecompressed ? "gzip_static on;" : "gzip on;"));
  const child = spawn("nginx", ["-c", path, "-p", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = () => void child.kill("SIGTERM");
  const isUp = await until(async () => (await get(port, "x", "/page.html")).status === 200, 5_000);
  if (isUp) return { pid: child.pid ?? 0, port, stop };
  stop();
  throw new Error("nginx did not start");
}

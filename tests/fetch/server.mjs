// server.mjs FOLDER FIFO - servers whose feeds fail in every way once there is a file
// FOLDER/bad; before that all is well. Writes FOLDER/site.yaml, which names a unit for each
// way, the good copies of all into FOLDER/copies/, and FOLDER/expected.tsv: what each ends
// as. Certificates lie in FOLDER/tls. Says through the FIFO that it is ready.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer as createPlain } from "node:http";
import { createServer } from "node:https";
import { createServer as createSocket } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [dir, fifo] = process.argv.slice(2);
const tls = (name) => ({ key: readFileSync(join(dir, "tls", `${name}.key`)), cert: readFileSync(join(dir, "tls", `${name}.pem`)) });

const origin = (server, name = "127.0.0.1") => `https://${name}:${server.address().port}`;
const feed = (code, domain, day = "2026-11-20", more = {}) => JSON.stringify({
	luoc_do: "cchc-nguon/1",
	cap_nhat: day,
	don_vi: { ma: code, ten: code, ten_mien: domain, trang: `${domain}/` },
	tin_bai: [{ tieu_de: `Tin của ${code}`, url: `${domain}/tin/`, ngay_dang: day }],
	...more,
});
const send = (res, body, status = 200, headers = {}) => {
	res.writeHead(status, { "Content-Type": "application/json", ...headers });
	res.end(body);
};
const go = (res, to) => send(res, "", 302, { Location: to });

// A piece now and again, until the other side goes.
const trickle = (res, piece, wait) => {
	const again = (error) => {
		if (!error && !res.destroyed) setTimeout(() => res.write(piece, again), wait);
	};
	res.on("error", () => {});
	res.writeHead(200, { "Content-Type": "application/json" });
	again();
};

const bomb = gzipSync(" ".repeat(16 * 1024 * 1024));

// Each way to fail: what comes of it, and how it is done.
const ways = {
	"not-found": ["bi-tu-choi", (res) => send(res, "{}", 404)],
	"forbidden": ["bi-tu-choi", (res) => send(res, "{}", 403)],
	"broken-server": ["bi-tu-choi", (res) => send(res, "{}", 500)],
	"no-content": ["bi-tu-choi", (res) => send(res, undefined, 204)],
	"empty": ["khong-phai-json", (res) => send(res, "")],
	"html": ["khong-phai-json", (res) => send(res, "<!DOCTYPE html><p>Xin chào</p>", 200, { "Content-Type": "text/html" })],
	"latin1": ["khong-phai-json", (res, code) => send(res, Buffer.from(feed(code, main), "latin1"))],
	"half-json": ["khong-phai-json", (res, code) => send(res, feed(code, main).slice(0, -20))],
	"twice": ["khong-phai-json", (res, code) => send(res, feed(code, main) + feed(code, main))],
	"deep": ["khong-phai-json", (res, code) => send(res, feed(code, main).replace("}", `,"x":${"[".repeat(100000)}${"]".repeat(100000)}}`))],
	"other-json": ["khong-phai-nguon", (res) => send(res, '{"version": "https://jsonfeed.org/version/1.1"}')],
	"later-format": ["khong-phai-nguon", (res, code) => send(res, feed(code, main, "2026-11-21", { luoc_do: "cchc-nguon/2" }))],
	"other-unit": ["don-vi-khac", (res) => send(res, feed("ai-khac", main, "2026-11-21"))],
	"other-domain": ["ten-mien-khac", (res, code) => send(res, feed(code, "https://evil.example", "2026-11-21"))],
	"older": ["cu-hon", (res, code) => send(res, feed(code, main, "2026-11-19"))],
	"of-tomorrow": ["ngay-chua-den", (res, code) => send(res, feed(code, main, "2026-11-23"))],
	"cut": ["dut-giua-chung", (res, code) => {
		res.writeHead(200, { "Content-Type": "application/json", "Content-Length": 5000 });
		res.write(feed(code, main), () => res.destroy());
	}],
	"reset": ["dut-giua-chung", (res) => res.socket.destroy()],
	"slow": ["qua-cham", (res) => trickle(res, " ", 100)],
	"silent": ["qua-cham", () => {}],
	"endless": ["qua-lon", (res) => trickle(res, " ".repeat(512 * 1024), 0)],
	"large": ["qua-lon", (res, code) => send(res, feed(code, main) + " ".repeat(2 * 1024 * 1024))],
	"packed": ["qua-lon", (res, code) => send(res, bomb, 200, { "Content-Encoding": "gzip" })],
	"bad-packing": ["dut-giua-chung", (res) => send(res, "xxxx", 200, { "Content-Encoding": "gzip" })],
	"to-http": ["chuyen-noi-khac", (res) => go(res, `http://127.0.0.1:${plain.address().port}/`)],
	"to-file": ["chuyen-noi-khac", (res) => go(res, "file:///etc/passwd")],
	"to-ftp": ["chuyen-noi-khac", (res) => go(res, "ftp://127.0.0.1/cchc.json")],
	"to-other": ["chuyen-noi-khac", (res) => go(res, `${origin(other)}/to-other`)],
	"round": ["chuyen-noi-khac", (res) => go(res, "/round")],
};
// These stay good, also while the others fail.
const good = {
	"good": (res, code) => send(res, feed(code, main, "2026-11-21")),
	"moved": (res, code, url) => (url.endsWith("/moved") ? go(res, "/moved/there") : send(res, feed(code, main, "2026-11-21"))),
	"packed-well": (res, code) => send(res, gzipSync(feed(code, main, "2026-11-21")), 200, { "Content-Encoding": "gzip" }),
};

const answer = (req, res) => {
	const code = req.url.split("/")[1];
	if (good[code]) good[code](res, code, req.url);
	else if (existsSync(join(dir, "bad")) && ways[code]) ways[code][1](res, code);
	else send(res, feed(code, main));
};
// What must never be asked says so.
const never = (req, res) => {
	writeFileSync(join(dir, "asked"), `${req.url}\n`, { flag: "a" });
	send(res, feed(req.url.slice(1), main, "2026-11-21"));
};

const listen = (server) => new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
const first = await listen(createServer(tls("good"), answer));
const other = await listen(createServer(tls("good"), never));
const plain = await listen(createPlain(never));
const untrusted = await listen(createServer(tls("untrusted"), never));
const expired = await listen(createServer(tls("expired"), never));
const misnamed = await listen(createServer(tls("misnamed"), never));
const dumb = await listen(createSocket((s) => s.on("error", () => {}).end("no TLS here\n")));
const closed = await listen(createSocket());
const main = origin(first);

const units = Object.keys(good).map((code) => [code, main, "tot"]);
for (const [code, [fault]] of Object.entries(ways)) units.push([code, main, fault]);
units.push(["untrusted", origin(untrusted), "chung-thu"]);
units.push(["expired", origin(expired), "chung-thu"]);
units.push(["misnamed", origin(misnamed), "chung-thu"]);
units.push(["no-tls", origin(dumb), "chung-thu"]);
units.push(["refused", origin(closed), "khong-ket-noi"]);
units.push(["no-such-host", "https://khong-co.invalid", "khong-co-may-chu"]);
units.push(["no-authority", main, "chung-thu", "tls/khong-co.pem"]);
await new Promise((done) => closed.close(done));

mkdirSync(join(dir, "copies"));
let yaml = readFileSync(join(dir, "head.yaml"), "utf8") + "don_vi_truc_thuoc:\n";
let expected = "";
for (const [code, at, fault, authority = "tls/ca.pem"] of units) {
	yaml += `  - ma: "${code}"\n    ten: "Đơn vị ${code}"\n    nguon: "${at}/${code}"\n    chung_chi: "${authority}"\n`;
	expected += `${code}\t${fault}\n`;
	writeFileSync(join(dir, "copies", `${code}.json`), feed(code, at));
}
writeFileSync(join(dir, "site.yaml"), yaml);
writeFileSync(join(dir, "expected.tsv"), expected);
writeFileSync(fifo, "ready\n");

{{! Người giữ bản lưu trên máy người xem (service worker). cchc điền phiên bản và tổng kiểm của danh sách; danh sách nêu từng tệp và tổng kiểm của nó.

Bản lưu được nhận trọn vẹn hoặc không nhận gì: tệp nào khác tổng kiểm thì bỏ cả bản mới, bản cũ giữ nguyên. Tệp không đổi thì lấy từ bản cũ. Trang luôn hỏi mạng trước; mạng chậm hoặc mất thì đưa trang của bản lưu. Kiểu dáng, mã lệnh có tên theo nội dung, nên trang nào dùng đúng của trang ấy. }}
"use strict";
const SCOPE = registration.scope, OURS = "cchc " + SCOPE + " ", NOW = OURS + "{{ban_luu.phien_ban}}";
const LIST = SCOPE + "{{ban_luu.danh_sach}}", SUM = "{{ban_luu.tong_kiem}}";
const OPEN = "mo", WAIT = 3000, AT_ONCE = 4;
const NAMED = /\.[0-9a-f]{8,}\.\w+$/;
const saved = new Set();

const others = async () => (await caches.keys()).filter((n) => n.startsWith(OURS) && n !== NOW);

async function get(url, sum) {
	const r = await fetch(url, { integrity: "sha256-" + sum, redirect: "error",
		cache: NAMED.test(url) ? "default" : "no-store" });

	if (!r.ok)
		throw r;
	return r;
}

/* What earlier copies hold, by its sum. */
async function known() {
	const files = new Map();

	for (const name of await others()) {
		const cache = await caches.open(name), list = await cache.match(LIST);

		for (const [path, sum] of list ? await list.json() : [])
			files.set(sum, () => cache.match(SCOPE + path));
	}
	return files;
}

/* The list comes last: a copy with it is whole. */
async function fill() {
	const list = await get(LIST, SUM), rest = await list.clone().json();
	const cache = await caches.open(NOW), old = await known();

	async function take() {
		const [path, sum] = rest.shift();

		if (await cache.match(SCOPE + path))
			return;
		await cache.put(SCOPE + path, (old.has(sum) && await old.get(sum)()) || await get(SCOPE + path, sum));
	}
	async function takeAll() {
		while (rest.length)
			await take().catch((e) => { rest.length = 0; throw e; });
	}
	await take();
	await Promise.all(Array(AT_ONCE).fill().map(takeAll));
	await cache.put(LIST, list);
	await skipWaiting();
}

const windows = async () => (await clients.matchAll({ type: "window", includeUncontrolled: true })).map((c) => c.id);

/* Of an older copy there stays what its open pages may still ask for by name. */
async function takeOver() {
	const open = JSON.stringify(await windows());

	for (const name of await others()) {
		const cache = await caches.open(name);

		for (const { url } of await cache.keys())
			if (!url.startsWith(SCOPE + "tai-nguyen/"))
				await cache.delete(url);
		await cache.put(SCOPE + OPEN, new Response(open));
	}
	if (registration.navigationPreload)
		await registration.navigationPreload.enable();
	await clients.claim();
}

async function sweep() {
	const open = await windows();

	for (const name of await others()) {
		const then = await (await caches.open(name)).match(SCOPE + OPEN);

		if (then && !(await then.json()).some((id) => open.includes(id)))
			await caches.delete(name);
	}
}

const late = () => new Promise((_, no) => setTimeout(no, WAIT));

async function page(event, url) {
	const cache = await caches.open(NOW), path = url.replace(/index\.html$/, ""), copy = await cache.match(path);
	const answer = (async () => {
		const r = (await event.preloadResponse) || (await fetch(event.request));

		if (r.status > 499)
			throw r;
		return r;
	})();

	try {
		return await (copy ? Promise.race([answer, late()]) : answer);
	} catch (r) {
		if (copy)
			saved.add(event.resultingClientId);
		else if (await cache.match(path + "/"))
			return Response.redirect(path + "/");
		return copy || (r instanceof Response ? r : cache.match(SCOPE + "ngoai-tuyen/"));
	}
}

async function head(request, url) {
	try {
		return await Promise.race([fetch(request), late()]);
	} catch (e) {
		return (await (await caches.open(NOW)).match(url.replace("muc-luc", "ngoai-tuyen"))) || fetch(request);
	}
}

oninstall = (event) => event.waitUntil(fill());
onactivate = (event) => event.waitUntil(takeOver());
onfetch = (event) => {
	const request = event.request, url = request.url.split(/[?#]/)[0];

	if (request.method !== "GET" || !url.startsWith(SCOPE))
		return;
	if (request.mode === "navigate") {
		event.respondWith(page(event, url));
		event.waitUntil(sweep());
	} else if (NAMED.test(url))
		event.respondWith(caches.match(url).then((r) => r || fetch(request)));
	else if (url.endsWith("/tim-kiem/muc-luc.json"))
		event.respondWith(head(request, url));
};
/* A page asks whether it came from the copy. */
onmessage = (event) => event.source.postMessage(saved.has(event.source.id));

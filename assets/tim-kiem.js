/* Search without a server. The form of the files: src/output/search.c, search_index.h. */
(function () {
	"use strict";

	const SHOWN = 10; /* results at once */
	const DELAY = 120; /* ms without a key */
	const FILES_MAX = 3; /* for the beginning of a word */
	/* Worth of a word of which the beginning was typed, with other marks, without marks
	   beside words that have some, and when it is a guess; of two side by side. */
	const BEGINNING = 0.6, OTHER_MARKS = 0.4, NO_MARKS = 0.5, GUESS = 0.8, PAIR = 1.3;
	const OR_BROWSE = "hoặc tìm theo danh mục bên dưới.";

	const LEVELS = [0.2, 0.32, 0.44, 0.54, 0.64, 0.73, 0.82, 0.91, 1];

	/* --- words, as in src/viet/words.c --- */

	const MARKS = {
		"\u0300": 1, "\u0301": 2, "\u0309": 4, "\u0303": 8, "\u0323": 16, "\u0302": 32,
		"\u0306": 64, "\u031b": 64, "đ": 128, "ð": 128
	};
	const known = {};

	/* A mark by itself has no letter. */
	function split(c) {
		const lower = c.toLowerCase(), parts = lower.normalize("NFD");
		let letter = parts.replace(/[\u0300-\u036f]/g, ""), marks = 0;

		for (const part of parts)
			marks |= MARKS[part] || 0;
		if (letter.length > 1)
			letter = lower;
		letter = marks & 128 ? "d" : letter;
		return { letter, marks, digit: /\d/.test(letter),
			inside: /^[a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u3040-\ud7ff]/.test(letter) };
	}

	function wordsOf(text) {
		const words = [];
		let word = null;

		for (let i = 0; i < text.length; i++) {
			const { letter, marks, digit, inside } = known[text[i]] || (known[text[i]] = split(text[i]));

			if (letter && !inside)
				word = null;
			else if (inside && (!word || digit !== word.digit))
				words.push(word = { letters: "", marks: 0, from: i, digit });
			if (!word)
				continue;
			word.letters += letter;
			word.marks |= marks;
			word.to = i + 1;
		}
		return words;
	}

	/* --- what somebody may have meant --- */

	/* "tucj" is tuc */
	function withoutTelex(word) {
		const [, head, rest] = /^([^aeiouyw]*)(.*)$/.exec(word);

		return head.replace("dd", "d") + rest.replace(/^w/, "u").replace(/[sfrxjwz]/g, "")
			.replace(/(.)\1+/g, "$1");
	}

	/* "thu3", but not "nd118" */
	const VNI = /^(d9)?[a-z]*[aeiouy][a-z]*[1-8][a-z1-8]*$/;

	/* One letter more, less or other, or two neighbours swapped. */
	function isNear(a, b) {
		let i = 0, k = 0;

		while (i < a.length && a[i] === b[i])
			i++;
		while (k < Math.min(a.length, b.length) - i && a[a.length - 1 - k] === b[b.length - 1 - k])
			k++;
		a = a.slice(i, a.length - k);
		b = b.slice(i, b.length - k);
		return (a.length < 2 && b.length < 2) || (a.length === 2 && a[1] + a[0] === b);
	}

	/* "thutuc" is thu tuc: the fewest known words, or nothing */
	function unjoin(word, vocabulary) {
		const best = [[]];

		for (let end = 1; end <= word.length; end++)
			for (let begin = Math.max(0, end - 7); begin < end; begin++) {
				const part = word.slice(begin, end);

				if (best[begin] && part.length > 1 && vocabulary.has(part) &&
				    (!best[end] || best[end].length > best[begin].length + 1))
					best[end] = best[begin].concat(part);
			}
		return best[word.length];
	}

	/* The vocabulary begins with what is frequent. */
	function guess(word, vocabulary) {
		const plain = withoutTelex(word);
		let near;

		if (vocabulary.has(plain))
			return [plain];
		near = [...vocabulary].filter((w) => word.length > 2 && isNear(word, w));
		near = near.find((w) => w[0] === word[0]) || near[0];
		return unjoin(word, vocabulary) || (near ? [near] : unjoin(plain, vocabulary));
	}

	/* An open word may go on, an extra one need not be found. */
	function parse(query) {
		const typed = [];

		query.normalize("NFC").split(/\s+/).forEach((part) => {
			const words = wordsOf(part), vni = VNI.test(part.toLowerCase());
			const marks = words.reduce((all, w) => all | w.marks, 0);

			if (vni)
				typed.push({ letters: part.toLowerCase().replace(/\d/g, ""), marks });
			words.forEach((w) => {
				if (!vni || w.digit)
					typed.push({ letters: w.letters, marks: w.marks, extra: vni });
			});
		});
		if (typed.length && /\S$/.test(query)) {
			const last = typed[typed.length - 1];

			last.open = true;
			last.extra = last.extra || (typed.length > 1 && /^\D$/.test(last.letters));
		}
		return typed.slice(0, 24);
	}

	/* --- files --- */

	/* "HASH from HASH from HASH" as [{hash, from}] */
	function filesOf(list) {
		const parts = ("_ " + list).split(" "), files = [];

		for (let i = 1; i < parts.length; i += 2)
			files.push({ hash: parts[i], from: i > 1 ? parts[i - 1].replace(/_/g, " ") : "" });
		return files;
	}

	const decoder = new TextDecoder();

	/* A Map from each word to its ways */
	function readWords(bytes, single) {
		const entries = new Map(), key = new Uint8Array(512);
		let at = 0;

		while (at < bytes.length) {
			const shared = bytes[at++], more = bytes[at++], ways = [];

			key.set(bytes.subarray(at, at + more), shared);
			at += more;
			for (let n = single ? bytes[at++] : 1; n; n--) {
				const marks = single ? bytes[at++] : 0;
				let size = 0, shift = 0;

				do
					size |= (bytes[at] & 127) << 7 * shift++;
				while (bytes[at++] & 128);
				ways.push({ marks, bytes, at });
				at += size;
			}
			entries.set(decoder.decode(key.subarray(0, shared + more)), ways);
		}
		return entries;
	}

	function readList({ bytes, at }, documents, each) {
		let bit = at * 8, low = 0, next = 0;
		const one = () => bytes[bit >> 3] >> (7 - (bit++ & 7)) & 1;
		const ones = () => { let n = 0; while (one()) n++; return n; };
		const bits = (n) => { let v = 0; while (n--) v = v << 1 | one(); return v; };
		const size = ones();
		const count = 1 << size | bits(size);

		while (count * 3 * 2 ** (low + 1) <= documents * 2)
			low++;
		for (let i = 0; i < count; i++) {
			next += ones() << low | bits(low);
			each(next++, LEVELS[ones()]);
		}
		return count;
	}

	/* get(url, reload) gives a Response. */
	function openIndex(folder, get) {
		const loaded = {};
		let head = null;

		const load = (name, read) => loaded[name] || (loaded[name] = get(folder + name)
			.then(read).catch((error) => { delete loaded[name]; throw error; }));
		const bytes = (r) => r.arrayBuffer().then((b) => new Uint8Array(b));

		function open(reload) {
			head = head && !reload ? head : get(folder + "muc-luc.json", true)
				.then((r) => r.json())
				.then((h) => Object.assign(h, { a: filesOf(h.a), b: filesOf(h.b), c: h.c.split(" "),
					idle: new Set(h.bo.split(" ")) }));
			head.catch(() => { head = null; });
			return head;
		}

		/* Of an open key also those that begin with it. */
		async function look(kind, key, isOpen) {
			const files = (await open())[kind], found = [];
			let first = files.length - 1, last;

			while (first && files[first].from > key)
				first--;
			for (last = first; isOpen && files[last + 1] && last - first + 1 < FILES_MAX &&
			     files[last + 1].from.startsWith(key); last++);
			const parts = await Promise.all(files.slice(first, last + 1).map(({ hash }) =>
				load(kind + "." + hash + ".bin", (r) => bytes(r).then((b) => readWords(b, kind === "a")))));
			parts.forEach((part) => {
				if (!isOpen)
					return (part.get(key) || []).forEach((way) => found.push({ way, worth: 1 }));
				part.forEach((ways, word) => {
					if (word.startsWith(key))
						ways.forEach((way) => found.push({ way, worth: word === key ? 1 : BEGINNING }));
				});
			});
			return found;
		}

		return {
			open, look,
			vocabulary: async () => load("v." + (await open()).v + ".txt",
				(r) => r.text().then((t) => new Set(t.split(" ")))),
			card: async (document) => {
				const { c, co } = await open();

				return (await load("c." + c[document / co | 0] + ".json", (r) => r.json()))[document % co];
			}
		};
	}

	/* --- finding --- */

	/* One that is not there is guessed at. */
	async function lookUp(index, typed) {
		const found = await Promise.all(typed.map(async (word) =>
			Object.assign({}, word, { ways: await index.look("a", word.letters, word.open && word.letters.length > 1) })));
		const all = [];

		for (const word of found) {
			const guesses = !word.ways.length && !word.extra && !/^\d/.test(word.letters) &&
				guess(word.letters, await index.vocabulary());

			if (!guesses)
				all.push(word);
			for (const letters of guesses || [])
				all.push({ letters, marks: 0, guessed: true, ways: await index.look("a", letters) });
		}
		return all;
	}

	function worthOfMarks(word, way, marked) {
		if (!marked || way.marks === word.marks)
			return 1;
		return word.marks ? OTHER_MARKS : NO_MARKS;
	}

	/* The best of the ways for each document, and how rare they are. */
	function weigh(ways, documents, worthOf) {
		const best = new Float32Array(documents);
		let count = 0.5;

		ways.forEach(({ way, worth }) => {
			count += readList(way, documents, (document, level) => {
				best[document] = Math.max(best[document], level * worth * worthOf(way));
			});
		});
		return { best, rare: Math.log(1 + documents / count) };
	}

	/* Documents, the best first, and the words by which they were found. */
	async function find(index, query) {
		const head = await index.open(), typed = parse(query), marked = typed.some((w) => w.marks);
		const words = await lookUp(index, typed);
		const solid = words.filter((w) => !w.extra || (w.open && /\D/.test(w.letters)));
		const pairs = await Promise.all(solid.slice(1).map((word, i) =>
			index.look("b", solid[i].letters + " " + word.letters, word.open)));
		const score = new Float32Array(head.n), reached = new Float32Array(head.n);
		let all = 0, most = 0;

		words.forEach((word) => {
			const w = weigh(word.ways, head.n, (way) => worthOfMarks(word, way, marked));
			const weight = w.rare * (word.extra || head.idle.has(word.letters) ? 0.15 : 1) *
				(word.guessed ? GUESS : 1);

			all += word.extra ? 0 : weight;
			w.best.forEach((worth, document) => {
				if (!worth)
					return;
				score[document] += worth * weight;
				reached[document] += word.extra ? 0 : weight;
			});
		});
		pairs.forEach((ways) => {
			const w = weigh(ways, head.n, () => 1);

			w.best.forEach((worth, document) => {
				score[document] += worth * w.rare * PAIR;
			});
		});
		head.muc.forEach(([, from, percent], i) => {
			const end = head.muc[i + 1] ? head.muc[i + 1][1] : head.n;

			for (let document = from; document < end; document++) {
				score[document] *= (reached[document] / all) ** 2 * percent / 100;
				most = Math.max(most, reached[document] / all);
			}
		});
		return {
			words,
			documents: most < 0.5 ? [] : [...score.keys()]
				.filter((d) => score[d] && reached[d] / all >= most * 0.6)
				.sort((a, b) => score[b] - score[a] || b - a)
		};
	}

	/* --- showing --- */

	function mark(element, text, words) {
		const hits = [];
		let done = 0;

		text = text.normalize("NFC");
		wordsOf(text).forEach(({ letters, from, to }) => {
			const last = hits[hits.length - 1];

			if (!words.some((w) => letters === w.letters || (w.open && letters.startsWith(w.letters))))
				return;
			if (last && text.slice(last.to, from) === " ")
				last.to = to;
			else
				hits.push({ from, to });
		});
		hits.forEach(({ from, to }) => {
			const hit = document.createElement("mark");

			hit.textContent = text.slice(from, to);
			element.append(text.slice(done, from), hit);
			done = to;
		});
		element.append(text.slice(done));
		return element;
	}

	function start(form) {
		const input = form.elements.q, url = form.dataset.timKiem, base = form.dataset.goc;
		const place = (name) => document.querySelector("[data-" + name + "]");
		const status = place("bao"), list = place("ket-qua"), more = place("them");
		const index = openIndex(url.replace(/[^/]*$/, ""), (address, reload) =>
			fetch(address, reload ? { cache: "no-cache" } : {}).then((r) => {
				if (!r.ok)
					throw new Error(r.status);
				return r;
			}));
		let timer, asked = 0, result = null;

		const make = (tag, name) => {
			const element = document.createElement(tag);

			element.className = name;
			return element;
		};

		function item([address, title, summary, state], section) {
			const li = document.createElement("li"), link = document.createElement("a");
			const kind = make("p", "muc-tim");

			link.href = base + address;
			li.append(mark(link, title, result.words));
			kind.append(section + (state ? " · " + state : ""));
			li.append(kind);
			if (summary)
				li.append(mark(make("p", "tom-tat-tim"), summary, result.words));
			return li;
		}

		async function showMore(turn) {
			const from = list.children.length, { muc } = await index.open();
			const items = await Promise.all(result.documents.slice(from, from + SHOWN).map(async (document) =>
				item(await index.card(document), muc.filter((m) => m[1] <= document).pop()[0])));

			if (turn !== asked)
				return;
			list.append(...items);
			list.hidden = !list.children.length;
			more.hidden = result.documents.length <= list.children.length;
		}

		function tell(query) {
			const { words, documents: { length } } = result;
			const guessed = words.some((w) => w.guessed);
			const read = guessed ? words.map((w) => w.letters).join(" ") : query;

			status.textContent = length
				? `${length} kết quả cho “${read}”${guessed ? ` (không có “${query}”)` : ""}.`
				: `Không tìm thấy trang nào có “${query}”. Bạn hãy thử từ khác, ít từ hơn, ${OR_BROWSE}`;
		}

		/* A file that is gone: the site was published anew, so read its list again, once. */
		async function search(again) {
			const query = input.value.trim(), turn = ++asked;

			history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
			try {
				const found = query.length > 1 ? await find(index, query) : null;

				if (turn !== asked)
					return;
				result = found;
				list.textContent = "";
				if (found) {
					await showMore(turn);
					if (turn === asked)
						tell(query);
					return;
				}
				status.textContent = "";
				list.hidden = more.hidden = true;
			} catch (error) {
				if (turn !== asked)
					return;
				if (!again) {
					await index.open(true).catch(() => 0);
					return search(true);
				}
				status.textContent = "Chưa tải được dữ liệu tìm kiếm. Bạn hãy thử lại, " + OR_BROWSE;
			}
		}

		/* Up and down go through the results, Escape comes back. */
		function move(event) {
			const links = [input, ...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			const next = event.key === "Escape" ? input : links[at + step];

			if (at < 0 || !next || (event.key === "Escape" && !at))
				return;
			event.preventDefault();
			next.focus();
		}

		place("khong-ma").remove();
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			clearTimeout(timer);
			search().then(() => {
				const first = list.querySelector("a");

				if (first)
					first.focus();
			});
		});
		input.addEventListener("input", () => {
			clearTimeout(timer);
			timer = setTimeout(search, DELAY);
		});
		input.addEventListener("focus", () => index.open(), { once: true });
		document.addEventListener("keydown", move);
		more.firstElementChild.addEventListener("click", async () => {
			const n = list.children.length;

			await showMore(asked);
			list.children[n].firstElementChild.focus();
		});
		input.value = new URLSearchParams(location.search).get("q") || input.value;
		if (input.value) {
			form.classList.add("dang-tim");
			search().finally(() => form.classList.remove("dang-tim"));
		}
	}

	if (typeof document === "object")
		document.querySelectorAll("form[data-tim-kiem]").forEach(start);
	else
		module.exports = { wordsOf, openIndex, find, parse, withoutTelex, isNear };
})();

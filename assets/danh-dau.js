/* Ticks of a checklist stay on this device, for as long as the list is the same: of a
 * procedure by its version, of another list by its words. Without storage they are ticks as
 * any. */
(function () {
	"use strict";

	document.querySelectorAll("[data-danh-dau]").forEach((list) => {
		const boxes = [...list.querySelectorAll("input[type=checkbox]")], clear = list.querySelector("[data-xoa-dau]");
		const key = "cchc " + location.pathname;
		const version = list.dataset.danhDau || boxes.map((box) => box.parentNode.textContent).join();
		let store, kept;

		function show() {
			clear.hidden = !boxes.some((box) => box.checked);
		}

		function keep() {
			const ticks = boxes.map((box, i) => box.checked ? i : -1).filter((i) => i >= 0);

			show();
			try {
				if (ticks.length)
					store.setItem(key, JSON.stringify([version, ticks]));
				else
					store.removeItem(key);
			} catch (e) { /* full, or not there */ }
		}

		try {
			store = localStorage;
			kept = JSON.parse(store.getItem(key));
		} catch (e) { /* private, or not ours */ }
		if (store) {
			const ticks = kept && kept[0] === version ? kept[1] : [];

			boxes.forEach((box, i) => { box.checked = ticks.includes(i); });
			if (kept && kept[0] !== version)
				keep();
		}
		show();
		list.addEventListener("change", keep);
		clear.addEventListener("click", () => {
			boxes.forEach((box) => { box.checked = false; });
			keep();
			boxes[0].focus();
		});
	});
})();

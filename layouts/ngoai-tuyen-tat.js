{{! Thay cho ngoai-tuyen.js khi site.yaml ghi "ngoai_tuyen: false": gỡ bản lưu và chính nó khỏi máy của người đã xem. }}
"use strict";
oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil((async () => {
	for (const name of await caches.keys())
		if (name.startsWith("cchc " + registration.scope + " "))
			await caches.delete(name);
	await registration.unregister();
})());

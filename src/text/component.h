/*
 * component - fenced blocks that are more than code, for authors who write no HTML.
 *
 *	```luu-y Tựa đề        Markdown in a box: "Lưu ý", and what stands behind the
 *	Mang theo **bản gốc**. word. canh-bao is the same for warnings.
 *	```
 *
 *	```anh                 A picture with its description, caption and source.
 *	tep: so-do.png
 *	alt: Sơ đồ tầng 1
 *	```
 *
 *	```video               A video of ours, or a link to one elsewhere: nothing of
 *	duong_dan: a.mp4       another site is put into a page.
 *	tieu_de: Cách đăng ký
 *	```
 *
 *	```phat-thanh          Markdown that the loudspeaker reads aloud, and that stands
 *	Từ ngày 07/9/2026 ...  in the text as if there were no fence.
 *	```
 *
 * The HTML: <section class="phat-thanh">, <aside class="luu-y"> and "canh-bao" with <p class="nhan-khung">,
 * <figure class="anh">, <figure class="video">, <p class="video">.
 */
#ifndef CCHC_TEXT_COMPONENT_H
#define CCHC_TEXT_COMPONENT_H

#include "data/schema.h"
#include "text/markdown.h"

/* What may stand in the last two, for the reference. */
extern const struct schema component_picture, component_video;

/* For the fence hook of text/markdown.h. hooks are those of the page: the links in a
 * component, and components in it, are handed to them. *known is false for all other
 * words. */
bool component_fence(struct arena *a, const struct markdown_hooks *hooks, struct str word,
		     struct str rest, struct str body, struct pos at, bool *known,
		     struct buf *out, struct diag *d) MUST_USE;

#endif

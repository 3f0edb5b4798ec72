#include "draw/picture_parts.h"

#ifdef WITH_PICTURES
#include <webp/decode.h>
#include <webp/encode.h>

enum {
	LOSSLESS_EFFORT = 6, /* of 0 to 9 */
};

bool webp_read(struct arena *a, struct str bytes, struct pixels *out)
{
	WebPBitstreamFeatures f;
	const uint8_t *from = (const uint8_t *)bytes.p;
	size_t n;

	if (WebPGetFeatures(from, bytes.n, &f) != VP8_STATUS_OK || f.has_animation ||
	    f.width < 1 || f.height < 1 ||
	    (uint64_t)f.width * (uint64_t)f.height > PICTURE_PIXELS_MAX)
		return false;
	out->width = (uint32_t)f.width;
	out->height = (uint32_t)f.height;
	n = (size_t)out->width * out->height;
	out->at = arena_array(a, uint32_t, n);
	return WebPDecodeBGRAInto(from, bytes.n, (uint8_t *)out->at, n * 4, f.width * 4) !=
	       NULL;
}

static bool configure(WebPConfig *config, int quality)
{
	if (!WebPConfigPreset(config, WEBP_PRESET_PHOTO, (float)quality))
		return false;
	return quality || WebPConfigLosslessPreset(config, LOSSLESS_EFFORT);
}

struct str webp_write(struct arena *a, const struct pixels *p, int quality)
{
	WebPConfig config;
	WebPPicture picture;
	WebPMemoryWriter writer;
	struct str out = {0};

	if (!configure(&config, quality) || !WebPPictureInit(&picture))
		return out;
	WebPMemoryWriterInit(&writer);
	picture.use_argb = !quality;
	picture.width = (int)p->width;
	picture.height = (int)p->height;
	picture.writer = WebPMemoryWrite;
	picture.custom_ptr = &writer;
	if (WebPPictureImportBGRA(&picture, (const uint8_t *)p->at, (int)p->width * 4) &&
	    WebPEncode(&config, &picture))
		out = str_dup(a, (struct str){(char *)writer.mem, writer.size});
	WebPPictureFree(&picture);
	WebPMemoryWriterClear(&writer);
	return out;
}
#endif

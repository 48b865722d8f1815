"""Pictures without what a camera writes into them."""

import io

from PIL import Image, ImageOps

QUALITY = 90  # of a JPEG: no difference is seen in print


def bare(content):
    """Return a picture (bytes of a JPG or PNG) written anew, turned as it is shown, without where
    and when it was taken, by which camera, and without whatever else a file can carry.

    :raise OSError: it can't be read
    """
    source = Image.open(io.BytesIO(content))
    kind = source.format
    image = ImageOps.exif_transpose(source)
    if image.mode not in ("RGB", "RGBA", "L"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if kind != "PNG":
        image = image.convert("RGB")
    plain = Image.new(image.mode, image.size)  # has the pixels alone
    plain.paste(image)
    file = io.BytesIO()
    plain.save(file, "PNG" if kind == "PNG" else "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()


def shape(content):
    """Return height by width of a picture (bytes): 0.75 for 4:3.

    :raise OSError: it can't be read
    """
    width, height = Image.open(io.BytesIO(content)).size
    return height / width

const side = 512;

/** The square in the middle, small enough to send from anywhere; the file itself when the browser cannot read it. */
export async function shrunk(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const square = Math.min(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const drawing = canvas.getContext('2d');
    if (drawing === null) return file;
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(picture, (picture.width - square) / 2, (picture.height - square) / 2, square, square, 0, 0, side, side);
    picture.close();
    const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), type, 0.92));
  } catch {
    return file;
  }
}

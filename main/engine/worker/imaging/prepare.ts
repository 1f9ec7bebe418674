import sharp from 'sharp'

/** Formats whose decoders may run; all others (SVG, PDF, Magick, …) are closed even to forged contents. */
const decoders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'].map((name) => `VipsForeignLoad${name}`)

/**
 * Sets up the decoders of this process. To be called once, before the first picture: settings of sharp are global.
 * `threads` are those of one picture.
 */
export function prepareImaging({ threads }: { readonly threads: number }): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: decoders })
  // Every picture is read once: a cache would only hold memory.
  sharp.cache(false)
  sharp.concurrency(threads)
}

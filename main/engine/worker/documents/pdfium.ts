import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type CompiledCode, type Instance, webAssembly } from './web-assembly.ts'

/**
 * The part of PDFium that is used here, named and described in its own headers (fpdfview.h, fpdf_doc.h,
 * fpdf_progressive.h, fpdf_sysfontinfo.h). Handles and pointers are addresses in its memory, 0 is none.
 */
export interface Pdfium {
  readonly PDFiumExt_Init: () => void
  readonly FPDF_LoadMemDocument: (data: number, bytes: number, password: string) => number
  readonly FPDF_GetLastError: () => number
  readonly FPDF_GetPageCount: (document: number) => number
  readonly FPDF_GetPageSizeByIndexF: (document: number, index: number, size: number) => boolean
  readonly FPDF_GetMetaText: (document: number, key: string, buffer: number, bytes: number) => number
  readonly EPDF_IsEncrypted: (document: number) => boolean
  readonly FPDF_LoadPage: (document: number, index: number) => number
  readonly FPDF_GetPageWidthF: (page: number) => number
  readonly FPDF_GetPageHeightF: (page: number) => number
  readonly FPDFBitmap_CreateEx: (
    width: number,
    height: number,
    format: number,
    buffer: number,
    stride: number
  ) => number
  readonly FPDFBitmap_FillRect: (
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number
  ) => void
  readonly FPDF_RenderPageBitmap_Start: (
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number,
    pause: number
  ) => number
  readonly FPDF_RenderPage_Continue: (page: number, pause: number) => number
  readonly FPDF_SetSystemFontInfo: (info: number) => void
  readonly PDFiumExt_OpenFormFillInfo: () => number
  readonly PDFiumExt_InitFormFillEnvironment: (document: number, info: number) => number
  readonly FORM_OnAfterLoadPage: (page: number, form: number) => void
  readonly FPDF_FFLDraw: (
    form: number,
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotation: number,
    flags: number
  ) => void
  readonly pdfium: PdfiumMemory
}

/** Its memory, and what Emscripten offers to reach it. */
export interface PdfiumMemory {
  /** Another array after every call that may have made the memory grow: never to be kept. */
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { readonly malloc: (bytes: number) => number }
  readonly setValue: (pointer: number, value: number, type: 'i32') => void
  readonly getValue: (pointer: number, type: 'float') => number
  readonly UTF8ToString: (pointer: number, bytes: number) => string
  /** Makes a function callable from PDFium; one letter each for the result and the parameters, `i` number, `v` none. */
  readonly addFunction: (run: (...values: number[]) => number | undefined, signature: string) => number
}

/**
 * A PDFium of one's own. Every request gets one: its memory never shrinks and nobody knows what a broken file has left
 * in it, and another one costs 10 milliseconds.
 */
export type StartPdfium = () => Promise<Pdfium>

/** What Emscripten gives to the compiled code, as far as it is changed here. */
interface PdfiumImports {
  readonly env: { emscripten_resize_heap: (bytes: number) => number | boolean }
}

/** Room for a file of 128 MB, a large picture in it and the page; a file that wants more means harm. */
const mostBytes = 1024 ** 3

/** Its own ceiling of 2 GB is more than many a machine has to give. */
function limitMemory({ env }: PdfiumImports): void {
  const grow = env.emscripten_resize_heap
  env.emscripten_resize_heap = (bytes) => {
    if (bytes >>> 0 > mostBytes) throw new webAssembly.RuntimeError('out of memory')
    return grow(bytes)
  }
}

/** Compiles PDFium with the first document and keeps the code, which is all that requests share. */
export function createPdfium(): StartPdfium {
  let compiled: Promise<CompiledCode> | undefined
  return async () => {
    compiled ??= compile()
    const code = await compiled
    const { init } = await import('@embedpdf/pdfium')
    const pdfium = (await init({
      instantiateWasm: (imports: PdfiumImports, done: (instance: Instance) => void) => {
        limitMemory(imports)
        const instance = new webAssembly.Instance(code, imports)
        done(instance)
        return instance.exports
      }
    })) as unknown as Pdfium
    pdfium.PDFiumExt_Init()
    return pdfium
  }
}

async function compile(): Promise<CompiledCode> {
  return webAssembly.compile(await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')))
}

/** Room for so many bytes in the memory of PDFium. It is never given back: that ends with its request. */
export function reserve({ pdfium }: Pdfium, bytes: number): number {
  const pointer = pdfium.wasmExports.malloc(bytes)
  if (pointer === 0) throw new webAssembly.RuntimeError('out of memory')
  return pointer
}

/** `bytes` of its memory, copied. */
export function copyOut({ pdfium }: Pdfium, pointer: number, bytes: number): Uint8Array {
  return pdfium.HEAPU8.slice(pointer, pointer + bytes)
}

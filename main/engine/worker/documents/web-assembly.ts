/** What is used of WebAssembly: to TypeScript it is a part of the browser. */
interface WebAssemblyOfNode {
  readonly compile: (bytes: Uint8Array) => Promise<CompiledCode>
  readonly Instance: new (code: CompiledCode, imports: object) => Instance
  /** What a fault inside of it throws. */
  readonly RuntimeError: new (
    message: string
  ) => Error
}

/** Compiled code, which any number of instances can share. */
export interface CompiledCode {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module'
}

/** Code with a memory of its own. */
export interface Instance {
  readonly exports: object
}

export const webAssembly = (globalThis as unknown as { WebAssembly: WebAssemblyOfNode }).WebAssembly

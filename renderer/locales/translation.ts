/** The same keys with texts of another language: a missing or a foreign one is an error of the compiler. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }

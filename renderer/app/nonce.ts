import { setNonce } from 'get-nonce'

/** The nonce of this load of the page: what components write into style elements is allowed by it alone. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/** For the scroll lock under Mantine's dialogs, which asks there. */
export function tellNonce(): void {
  setNonce(pageNonce())
}

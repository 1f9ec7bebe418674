import type { Protection } from './protection.ts'

/** What became of a key that a person entered. In every case it can be used until the app is quit. */
export type SavingOutcome =
  | { readonly kind: 'stored'; readonly protection: Protection }
  /** Stored almost unprotected, as the person has accepted. */
  | { readonly kind: 'accepted' }
  /** Kept for this session only: nothing here would protect it. `canAccept`: it could be stored if the person accepts that. */
  | { readonly kind: 'session'; readonly canAccept: boolean }
  /** Kept for this session only, because of the system; a key that was stored earlier still is. */
  | { readonly kind: 'denied' | 'unavailable' | 'unproved' }

/** What became of a stored key when the vault was opened. The record stays in every case. */
export type OpeningOutcome =
  | { readonly kind: 'open' }
  /** Open, and stored anew with a newer key of the system. */
  | { readonly kind: 're-encrypted' }
  /** Open; the system wanted it encrypted anew, and that did not go well or would have protected it less. */
  | { readonly kind: 're-encryption-put-off' }
  | { readonly kind: 'denied' | 'unavailable' | 'damaged' | 'newer' }
  /** Encrypted by something else than what is there now. */
  | { readonly kind: 'changed-backend'; readonly from: string; readonly to: string }

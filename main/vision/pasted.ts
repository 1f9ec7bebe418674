/** Characters without width that come along when something is copied from a web page or a chat. */
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** What a person meant to paste: without invisible characters and without blanks around it. */
export function cleanPasted(text: string): string {
  return text.replace(invisible, '').trim()
}

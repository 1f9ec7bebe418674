/** By the codes of `main/failure.ts`. The advice is for problems that bring none of their own. */
export const problems = {
  'picture-missing': { title: 'Picture not found', advice: 'Look whether it was moved or renamed.' },
  'picture-not-a-file': { title: 'Not a file', advice: 'Choose a picture file, or add the folder as a whole.' },
  'picture-denied': {
    title: 'No permission to read it',
    advice: 'Give yourself permission to read the file, or choose another one.'
  },
  'picture-empty': { title: 'The file is empty', advice: 'Choose another file, or save it again.' },
  'picture-format': { title: 'Not a picture that can be read', advice: 'Save it as PNG, JPEG or WebP and try again.' },
  'picture-damaged': { title: 'The picture is damaged', advice: 'Save it again from where it came from.' },
  'picture-too-many-pixels': {
    title: 'The picture is too large',
    advice: 'Make it smaller, or cut out the part that matters.'
  },
  'picture-too-many-bytes': { title: 'The file is too large', advice: 'Save it smaller, for example as JPEG.' },
  'picture-download': {
    title: 'The picture could not be fetched',
    advice: 'Open the address in a browser to see whether it works there.'
  },
  'engine-not-startable': {
    title: 'The reading engine does not start',
    advice: 'Start Glyphlens again; Diagnostics says what is missing.'
  },
  'engine-crashed': { title: 'The reading engine stopped', advice: 'Try again; it has been started anew.' },
  'engine-out-of-memory': { title: 'Not enough memory', advice: 'Close other programs, or take a smaller picture.' },
  'engine-timeout': { title: 'Reading took too long', advice: 'Try again with a smaller part of the picture.' },
  'engine-busy': { title: 'The reading engine is busy', advice: 'Wait a moment and try again.' },
  'engine-protocol': {
    title: 'The reading engine gave no sense',
    advice: 'Try again; install the app anew if it stays.'
  },
  'engine-closed': { title: 'The reading engine is closed', advice: 'Start Glyphlens again.' },
  'pack-unknown': { title: 'This model pack is not known', advice: 'Choose one of the list in the settings.' },
  'pack-missing': { title: 'The model pack is missing', advice: 'Fetch it in the settings, or choose another one.' },
  'pack-damaged': { title: 'The model pack is damaged', advice: 'Fetch it again in the settings.' },
  'pack-incompatible': {
    title: 'The model pack does not fit this version',
    advice: 'Choose another one, or update Glyphlens.'
  },
  'pack-download': {
    title: 'The model pack could not be fetched',
    advice: 'Look at the network and try again; what has arrived is kept.'
  },
  'vision-key-missing': { title: 'An API key is needed', advice: 'Add one in the settings, under Providers.' },
  'vision-key-format': {
    title: 'This does not look like a key',
    advice: 'Copy it again from the provider’s page, without spaces.'
  },
  'vision-address': { title: 'The address is not usable', advice: 'Look at the base URL in the settings.' },
  'vision-auth': { title: 'The key is not accepted', advice: 'Look whether it was typed wrongly, or make a new one.' },
  'vision-account-link': {
    title: 'The account is not linked yet',
    advice: 'Link it on the provider’s page, then try again.'
  },
  'vision-real-name': {
    title: 'The provider asks for a real name',
    advice: 'Confirm it on the provider’s page, then try again.'
  },
  'vision-permission': {
    title: 'The key may not do this',
    advice: 'Give it the permission on the provider’s page, or choose another model.'
  },
  'vision-balance': {
    title: 'The account has no money left',
    advice: 'Top it up on the provider’s page, or choose another provider.'
  },
  'vision-quota-day': {
    title: 'Today’s quota is used up',
    advice: 'The queue goes on when it is renewed; another model or provider works now.'
  },
  'vision-rate': { title: 'Too many calls at once', advice: 'The queue slows down by itself; wait a moment.' },
  'vision-model-gone': { title: 'The model is not there', advice: 'Choose another one in the settings.' },
  'vision-no-sight': { title: 'The model cannot see pictures', advice: 'Choose one that is marked as seeing.' },
  'vision-picture-pixels': {
    title: 'The picture has too many or too few pixels',
    advice: 'Cut out a part, or send it in parts.'
  },
  'vision-picture-bytes': { title: 'The picture is too large to send', advice: 'Cut out a part, or send it in parts.' },
  'vision-picture-format': {
    title: 'The provider does not take this format',
    advice: 'Save the picture as PNG or JPEG.'
  },
  'vision-picture-shape': { title: 'The picture is too narrow', advice: 'Cut out a part that is less long.' },
  'vision-content-blocked': {
    title: 'The provider refuses the content',
    advice: 'Ask in another way, or ask another provider.'
  },
  'vision-context': { title: 'Too much for this model', advice: 'Ask less at once, or choose a model with more room.' },
  'vision-refused': {
    title: 'The provider refuses the request',
    advice: 'Look at what it says, and at the model’s settings.'
  },
  'vision-upstream': { title: 'The provider has trouble', advice: 'Try again later, or choose another provider.' },
  'vision-empty': { title: 'The answer is empty', advice: 'Ask again, perhaps with the precise model.' },
  'vision-cut-off': { title: 'The answer was cut off', advice: 'Allow a longer answer, or ask for less.' },
  'vision-protocol': {
    title: 'The answer makes no sense',
    advice: 'Try again; look whether the address is one of an OpenAI-compatible service.'
  },
  'vision-not-an-api': { title: 'There is no API at this address', advice: 'Look at the base URL: most end with /v1.' },
  'vision-redirect': { title: 'The address leads elsewhere', advice: 'Enter the address that it leads to.' },
  'vision-timeout': {
    title: 'The provider does not answer',
    advice: 'Try again; a large picture or a slow model takes long.'
  },
  'vision-network': { title: 'No connection', advice: 'Look at the network; the queue goes on when it is back.' },
  'vision-dns': { title: 'The host’s name is not found', advice: 'Look at the address and at the network.' },
  'vision-tls': {
    title: 'The connection is not safe',
    advice: 'Look at the clock and at programs that inspect connections; nothing was sent.'
  },
  'vision-proxy': { title: 'The proxy does not let it through', advice: 'Look at the proxy of the system.' },
  'library-damaged': {
    title: 'The library is damaged',
    advice: 'Check and mend it in the settings; a backup is kept.'
  },
  'library-newer': { title: 'The library is from a newer version', advice: 'Update Glyphlens.' },
  'library-busy': { title: 'The library is in use', advice: 'Close the other program that uses it and try again.' },
  'library-picture-missing': { title: 'The picture is no longer there', advice: 'Add it again.' },
  'library-entry-missing': {
    title: 'The entry is no longer there',
    advice: 'It may have been deleted; choose another one.'
  },
  'library-import': { title: 'This cannot be imported', advice: 'Choose a file that Glyphlens has exported.' },
  'capture-permission': {
    title: 'Recording the screen is not allowed',
    advice: 'Allow it in the settings of the system, then start Glyphlens again.'
  },
  'capture-portal-cancelled': {
    title: 'The capture was not allowed',
    advice: 'Try again and agree when the system asks.'
  },
  'capture-no-frame': { title: 'The screen gave no picture', advice: 'Try again; Diagnostics tests each display.' },
  'capture-blank': {
    title: 'The picture is blank',
    advice: 'Protected windows and HDR come out black: move the window, or switch HDR off.'
  },
  'capture-display-gone': { title: 'The display is gone', advice: 'Try again on a display that is there.' },
  'capture-no-overlay': {
    title: 'The capture screen did not open',
    advice: 'Try again; restart Glyphlens if it stays.'
  },
  'capture-no-region': { title: 'There is no last region', advice: 'Capture a region first.' },
  'capture-no-window': { title: 'No window is there', advice: 'Point at a window and try again.' },
  'capture-crop': { title: 'The region could not be cut out', advice: 'Try again.' },
  'capture-quitting': { title: 'Glyphlens is closing', advice: 'Start it again and capture then.' },
  'capture-hotkey': {
    title: 'The hotkey could not be registered',
    advice: 'Choose another combination in the settings.'
  },
  'settings-damaged': { title: 'The settings are damaged', advice: 'They were put aside; set what you need again.' },
  disk: { title: 'The disk does not take it', advice: 'Make room, or look at the permissions of the folder.' },
  usage: { title: 'This does not work like that', advice: 'Look at what was entered.' },
  cancelled: { title: 'Cancelled', advice: '' },
  internal: { title: 'Something went wrong', advice: 'Try again; Diagnostics has a report that you can send.' }
} as const

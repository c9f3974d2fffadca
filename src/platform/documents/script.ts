// Which language a name is written in, as far as its letters tell.
import type { Locale } from '../i18n/locale.ts'

export const scriptOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh' : /\p{Script=Arabic}/u.test(text) ? 'ur' : /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en')

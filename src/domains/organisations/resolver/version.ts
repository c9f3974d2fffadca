// The version of a built index: its form, and the words that names are reduced by. Another version is built anew.
import { hashOf } from './index/hash.ts'
import { countryAliases } from './tables/country-aliases.ts'
import { institutionWords } from './tables/institution-words.ts'
import minedWords from './tables/mined-words.json' with { type: 'json' }
import { stopWords } from './tables/stop-words.ts'
import unspacedWords from './tables/unspaced-words.json' with { type: 'json' }

/** To be raised when names are cut or kept in another way. */
const form = 4

export const indexVersion = `${form}.${(hashOf(JSON.stringify([institutionWords, minedWords, unspacedWords, stopWords, countryAliases])) >>> 0).toString(36)}`

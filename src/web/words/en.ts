// Every word of one language as one file to fetch; those of the public pages are said by the server.
import { dictionary } from '../dictionary.ts'

export const words = dictionary(import.meta.glob(['./en.json', '../../**/words/en.json', '!../../domains/publication/**'], { eager: true, import: 'default' }))

// Every word of one language as one file to fetch.
import { dictionary } from '../dictionary.ts'

export const words = dictionary(import.meta.glob(['./ru.json', '../../**/words/ru.json'], { eager: true, import: 'default' }))

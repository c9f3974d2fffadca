// Every word of one language as one file to fetch.
import { dictionary } from '../dictionary.ts'

export const words = dictionary(import.meta.glob(['./zh.json', '../../**/words/zh.json'], { eager: true, import: 'default' }))

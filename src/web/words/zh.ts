// The words of one language that the first page may need, as one file to fetch; the others follow from `further`.
import { dictionary } from '../dictionary.ts'

export const words = dictionary(import.meta.glob(['./zh.json', '../../**/words/zh.json', '!../../{adapters,example}/**', '!../../domains/{joint-units,committees,memberships,plans,publication,registers,reports,reviews}/**', '!../../domains/notices/webhooks/**'], { eager: true, import: 'default' }))

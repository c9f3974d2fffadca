// The words of one language that the first page may need, as one file to fetch; the others follow from `further`.
import { dictionary } from '../dictionary.ts'

export const words = dictionary(import.meta.glob(['./ru.json', '../../**/words/ru.json', '!../../{adapters,example}/**', '!../../domains/{alliances,calls,committees,dues,elections,joint-units,memberships,notices,secretariat,organisations,plans,publication,registers,reports,reviews,search,texts}/**'], { eager: true, import: 'default' }))

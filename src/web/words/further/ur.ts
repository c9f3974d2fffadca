// The words of rooms that nobody meets on the first page, as one file to fetch; those of the public pages are said by the server.
import { dictionary } from '../../dictionary.ts'

export const words = dictionary(import.meta.glob(['../../../{adapters,example}/**/words/ur.json', '../../../domains/{alliances,calls,committees,dues,elections,joint-units,memberships,secretariat,organisations,plans,registers,reports,reviews,search,texts,notices,notices/webhooks}/words/ur.json'], { eager: true, import: 'default' }))

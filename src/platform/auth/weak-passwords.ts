// Passwords that everybody tries first. Those shorter than ten signs need no list; the longer ones are mostly a common
// word with something hung on, a run of keys, or a short piece repeated (SecLists' most common passwords show it).

const words = new Set(`password passwort parol admin administrator welcome letmein iloveyou qwerty qwertyuiop qwertyui asdfghjkl asdfghjk zxcvbnm
  asdfgh qazwsx qazwsxedc dragon monkey football baseball basketball superman batman starwars princess sunshine shadow master michael jennifer
  jordan charlie trustno changeme secret default guest login system server computer internet whatever freedom liverpool chelsea arsenal
  pakistan islamabad lahore karachi china beijing russia moscow student university college teacher director rector pamir
  ihateyou loveyou iloveyouforever iloveyousomuch mypassword yourpassword thepassword newpassword passwordpassword qwertyqwerty
  nikita natasha aleksandr zhang wang woaini woaiwojia asdasdasd abc abcd abcdef abcdefgh abcdefghij test testing testtest hello helloworld`.split(/\s+/))

const runs = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', '1q2w3e4r5t6y7u8i9o0p', 'йцукенгшщзхъ', 'фывапролджэ']
  .flatMap((run) => [run, [...run].reverse().join('')])

const leet: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a', '!': 'i' }

/** True when the password is one of the first a stranger would try; `known` are words that belong to the person. */
export function isCommon(password: string, known: string[] = []): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  return isRepeated(plain) || isRun(plain) || coresOf(plain).some((core) => words.has(core) || core === '' || known.some((word) => core === word.toLowerCase()))
}

/** `password2026!`, `P@ssw0rd1234`, `123qwerty123`: what remains when the ends and disguises are taken off. */
function coresOf(plain: string): string[] {
  const bare = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [bare(plain), bare([...bare(plain)].map((sign) => leet[sign] ?? sign).join('')), bare([...plain].map((sign) => leet[sign] ?? sign).join(''))]
}

const isRepeated = (plain: string): boolean => /^(.{1,6})\1+.{0,2}$/u.test(plain)

const isRun = (plain: string): boolean =>
  runs.some((run) => run.includes(plain) || plain.split(run.slice(0, 6)).join('').length <= plain.length - 6 && plain.replace(run.slice(0, longest(run, plain)), '').length < 4)

function longest(run: string, plain: string): number {
  let length = run.length
  while (length > 5 && !plain.includes(run.slice(0, length))) length--
  return length
}

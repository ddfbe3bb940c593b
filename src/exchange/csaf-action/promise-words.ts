// Words by which an issuer promises a fix that nobody can install yet: "is in preparation", "folgt", "sera publié", "準備中".

const WORDS = [
  // "Will follow", "coming soon", "is being prepared".
  '(?:in|under) (?:preparation|development|progress)|being (?:prepared|developed|worked on|built|tested)|(?:will|shall) follow|coming soon|(?:is|are|remains?) (?:still )?pending|in the works|soon (?:be )?available|available soon|not yet (?:available|released|ready)|under ?way',
  'in (?:vorbereitung|arbeit|entwicklung|planung|bearbeitung|kürze)|(?<!wie )folg(?:t|en)|nachgereicht|demnächst|noch nicht (?:verfügbar|erschienen|freigegeben|zur verfügung)|arbeite(?:t|n) (?:\\p{L}+ ){0,2}?an',
  'wird (?:[\\p{L}\\d.]+ ){0,8}?(?:erscheinen|folgen|bereitstellen|veröffentlichen|beheben|verfügbar sein|zur verfügung stehen|(?:bereitgestellt|veröffentlicht|behoben|freigegeben) werden)',
  "en (?:préparation|développement|cours (?:de|d[’']))|à venir|(?:sera|seront) (?:\\p{L}+ )?(?:publiée?s?|disponibles?|fournie?s?|mise?s? à disposition|corrigée?s?|diffusée?s?)|suivra|suivront|prochainement|bientôt|travaille(?:nt)? (?:sur|à)|pas encore disponibles?",
  'en (?:preparación|desarrollo|breve)|se (?:publicará|lanzará|ofrecerá|proporcionará)n?|(?:será|serán) (?:\\p{L}+ )?(?:publicad|lanzad|corregid)[oa]s?|estará disponible|próximamente|trabajando en|aún no (?:está )?disponible',
  'in (?:preparazione|arrivo|fase di|corso di)|(?:sarà|saranno) (?:\\p{L}+ )?(?:rilasciat|pubblicat|corrett|fornit|disponibil)[oaei]|a breve|prossimamente|seguirà|lavorando|non ancora disponibil[ei]',
  'em (?:preparação|desenvolvimento|andamento|breve)|(?:será|serão) (?:\\p{L}+ )?(?:disponibilizad|publicad|lançad|corrigid)[oa]s?|estará disponível|brevemente|trabalhando|ainda não (?:está )?disponível|seguirá',
  'in (?:voorbereiding|ontwikkeling)|(?<!als )volg(?:t|en)|binnenkort|werk(?:t|en) aan|zal (?:\\p{L}+ ){0,4}?(?:komen|volgen|verschijnen|worden)|nog niet beschikbaar',
].join('|');
const PROMISED = new RegExp(`(?<!\\p{L})(?:${WORDS})(?!\\p{L})`, 'iu');
const PROMISED_CJK =
  /(?:準備中|開発中|対応中|検討中|予定|近日|され次第|准备中|開發中|开发中|正在(?:准备|开发|制作|修复)|即将|将(?:于|在|会)?[^，。]{0,12}(?:发布|提供|推出)|后续|尚未(?:发布|提供))/u;
/** "An update will be provided" in German is also "is provided": where a channel is named, it is there. */
const PROVIDED =
  /(?<!\p{L})(?:wird|werden) (?:[\p{L}\d.]+ ){0,8}?(?:bereitgestellt|veröffentlicht|freigegeben|nachgeliefert)(?!\p{L})/iu;
const CHANNEL = /(?<!\p{L})(?:über|unter|via|auf|durch) (?:d(?:as|ie|er|en|em)|unser\p{L}*|http|www)/iu;

/** What a promise is of. */
const FIX =
  /(?<!\p{L})(?:(?:[\p{L}-]+-)?updates?|upgrades?|patch(?:es)?|hot-?fix(?:es)?|fix(?:es)?|releases?|versions?|firmware|sicherheitsupdates?|aktualisierung(?:en)?|versionen|korrektur(?:en)?|behebung|schwachstellen?|correctifs?|mises? à jour|actualizaci(?:ón|ones)|parches?|corrección|aggiornament[oi]|correzion[ei]|atualizaç(?:ão|ões)|correç(?:ão|ões)|versie|beveiligingsupdates?)(?!\p{L})|修正|アップデート|パッチ|更新|补丁|補丁|升级|版本/iu;

export const isPromise = (text: string): boolean =>
  PROMISED.test(text) || PROMISED_CJK.test(text) || (PROVIDED.test(text) && !CHANNEL.test(text));

export const isPromiseOfFix = (sentence: string): boolean => FIX.test(sentence) && isPromise(sentence);

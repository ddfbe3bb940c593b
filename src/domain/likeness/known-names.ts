// Names by which warnings tell of one event without a CVE: nicknames of vulnerabilities, which stand for their CVEs in every
// language, and products. It is a list and not a count over what the hub holds: how common a word is here would tell of
// hidden warnings. A vendor alone names no product.

/** Nickname, and the CVEs that it stands for. */
const NICKNAMES = `
bluekeep:CVE-2019-0708 citrixbleed:CVE-2023-4966 dejablue:CVE-2019-1181,CVE-2019-1182 dirtypipe:CVE-2022-0847
downfall:CVE-2022-40982 eternalblue:CVE-2017-0144 follina:CVE-2022-30190 fortijump:CVE-2024-47575
ghostcat:CVE-2020-1938 heartbleed:CVE-2014-0160 hivenightmare:CVE-2021-36934 ingressnightmare:CVE-2025-1974
log4jshell:CVE-2021-44228 log4shell:CVE-2021-44228 omigod:CVE-2021-38647 petitpotam:CVE-2021-36942
printnightmare:CVE-2021-34527 proxylogon:CVE-2021-26855 proxynotshell:CVE-2022-41040,CVE-2022-41082
proxyshell:CVE-2021-34473,CVE-2021-34523,CVE-2021-31207 pwnkit:CVE-2021-4034 react2shell:CVE-2025-55182
regresshion:CVE-2024-6387 sambacry:CVE-2017-7494 serioussam:CVE-2021-36934 shellshock:CVE-2014-6271
sigred:CVE-2020-1350 spring4shell:CVE-2022-22965 springshell:CVE-2022-22965 text4shell:CVE-2022-42889
toolshell:CVE-2025-53770 zenbleed:CVE-2023-20593 zerologon:CVE-2020-1472`;

/**
 * A product by its words, in any order: `ios+cisco`. Words that mean much else need a second one. Families of industrial devices
 * are left out: an advisory a week is about some other device of each.
 */
const PRODUCTS = `
screenconnect openssh moveit activemq confluence outlook sharepoint exchange log4j struts fortios fortiproxy fortimanager
fortigate forticlient fortisiem fortiweb fortinac fortimail netscaler cups crowdstrike webp libwebp ingress+nginx
connect+secure policy+secure epmm mobileiron sentry+ivanti neurons+ivanti csa+ivanti cloud+services+appliance
ios+cisco asa+cisco ftd+cisco firepower sd-wan+cisco email+gateway+cisco anyconnect adaptive+security+appliance nexus+cisco
webex smart+software+manager pan-os globalprotect expedition+palo big-ip f5+networks sonicwall sonicos sma+sonicwall barracuda
vmware+esxi vmware+vcenter vcenter esxi workspace+one aria+vmware horizon+vmware spring4 spring+framework weblogic peoplesoft e-business
solarwinds serv-u orion kaseya goanywhere accellion papercut veeam teamcity jenkins gitlab jira bitbucket bamboo
drupal wordpress joomla magento coldfusion acrobat tomcat httpd openssl gnutls xz liblzma sudo polkit glibc systemd
kubernetes docker containerd runc harbor grafana elasticsearch kibana redis mongodb postgresql mysql mariadb
zimbra roundcube exim postfix sendmail dovecot zabbix nagios cacti manageengine zoho+desktop servicedesk adselfservice
citrix+adc citrix+gateway citrix+sharefile citrix+hypervisor xenmobile xenserver netlogon ntlm kerberos msdt office+microsoft
print+spooler smbv3 remote+desktop hyper-v defender+microsoft edge+microsoft chrome firefox safari webkit chromium
android iphone macos draytek zyxel qnap synology asus+router tp-link netgear d-link mikrotik ubiquiti unifi hikvision dahua axis+camera
cobalt+strike emotet qakbot trickbot lockbit blackcat alphv conti ryuk wannacry notpetya dridex icedid redline lumma danabot
telerik aspera crushftp cleo wing+ftp filezilla ws_ftp wsftp anydesk teamviewer simplehelp beyondtrust
ivanti+sentry ivanti+avalanche endpoint+manager+ivanti sap+netweaver netweaver commvault langflow craftcms livewire nextjs react
cyberpanel vbulletin modx ofbiz nifi airflow superset shiro dubbo rocketmq hadoop solr geoserver
citrixbleed juniper+junos junos arubaos aruba+clearpass unified+communications+cisco ise+cisco catalyst+cisco smart+install
unitronics triconex
rapid7 keepass lastpass okta duo+cisco onelogin signal whatsapp telegram zoom teams+microsoft slack`;

/** Makers of software. Their name says nothing alone, and beside a CVE in common that both warn of the same. */
const VENDORS = `
adobe apache apple atlassian barracuda cisco citrix connectwise crowdstrike f5 fortinet google ivanti juniper microsoft mozilla
netgear oracle palo progress qnap sap solarwinds sonicwall sophos synology trendmicro veeam vmware zimbra zyxel`;

const parts = (text: string): string[] => text.split(/\s+/).filter((part) => part !== '');

const CVES: ReadonlyMap<string, readonly string[]> = new Map(
  parts(NICKNAMES).map((entry) => {
    const [name = '', cves = ''] = entry.split(':');
    return [name, cves.split(',')];
  }),
);

const BY_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  [...new Set(parts(PRODUCTS))].map((entry) => entry.split('+')),
  ([first = '']) => first,
);

/** The CVEs for which the nicknames among these words stand. */
export const nicknamedCves = (words: readonly string[]): string[] =>
  words.flatMap((word) => CVES.get(stemOf(word, CVES)) ?? []);

/** The products that these words of a headline name, as `cisco ios`; sorted. */
export const productsNamed = (words: readonly string[]): string[] => {
  const stems = new Set(words.map((word) => stemOf(word, VOCABULARY)));
  const found = [...stems].flatMap((stem) =>
    (BY_WORD.get(stem) ?? []).filter((product) => product.every((part) => stems.has(part))),
  );
  return [...new Set(found.map((product) => product.toSorted().join(' ')))].sort();
};

/** The makers of software that these words name. */
export const vendorsNamed = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => stemOf(word, MAKERS)).filter((word) => MAKERS.has(word))),
];

const MAKERS: ReadonlySet<string> = new Set(parts(VENDORS));

const VOCABULARY: ReadonlySet<string> = new Set([...BY_WORD.values()].flat(2));

const SHORTEST_STEM = 5;
/** Finnish, Hungarian and Estonian put endings on names: Outlookissa, NetScalerissa, CrowdStriken. */
const LONGEST_ENDING = 5;

const stemOf = (word: string, known: { has(word: string): boolean }): string => {
  if (known.has(word)) return word;
  for (let cut = 1; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_STEM; cut += 1) {
    const stem = word.slice(0, word.length - cut);
    if (known.has(stem)) return stem;
  }
  return word;
};

export type Fault = string;

/** One addressee whose mail does not get through; `name` is null for somebody outside the office. */
export type TroubledMail = { notice: string; name: string | null; fault: Fault; nextTry: number | null };

/** What the office's page on notices shows. */
export type OfficeNotices = {
  mail: { server: string; from: string; isPrivate: boolean } | null;
  batchMinutes: number;
  timeZone: string;
  noticeKey: NoticeKey | null;
  waiting: number;
  sentToday: number;
  stuck: number;
  inDesk: number;
  troubled: TroubledMail[];
};

export type NoticeKey = { publicKey: string; fingerprint: string; isCertified: boolean };

export const MAIL_MODES = ["batched", "daily", "off"] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** One person's own settings. */
export type MailSettingsRecord = {
  mail: string | null;
  mode: MailMode;
  isMailSet: boolean;
  from: string | null;
  batchMinutes: number;
  fault: Fault | null;
  noticeKey: NoticeKey | null;
};

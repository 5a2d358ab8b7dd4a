export function formCodes(): unknown;

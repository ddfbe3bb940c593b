export const WarningView = () => null;

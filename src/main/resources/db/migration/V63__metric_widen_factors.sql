-- A ratio over 元 and 亿元 has a factor of many decimals.
alter table metrics alter column factor type numeric(24, 12);

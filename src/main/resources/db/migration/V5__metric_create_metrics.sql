create table metric_groups (
  code varchar(10) primary key,
  name varchar(40) not null,
  position int not null,
  active boolean not null
);

create table metrics (
  id bigint generated always as identity primary key,
  version int not null,
  code varchar(10) not null unique,
  name varchar(80) not null,
  unit varchar(20) not null,
  group_code varchar(10) not null references metric_groups,
  position int not null,
  kind varchar(10) not null,
  comparison varchar(12) not null,
  scale int not null check (scale between 0 and 6),
  may_be_negative boolean not null,
  -- a RATIO over two metrics is never typed: numerator / denominator * factor
  numerator varchar(10),
  denominator varchar(10),
  factor numeric(12, 4),
  retired boolean not null,
  check ((numerator is null) = (denominator is null) and (numerator is null) = (factor is null))
);

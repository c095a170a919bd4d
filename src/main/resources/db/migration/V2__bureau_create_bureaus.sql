create table bureau_levels (
  code varchar(20) primary key,
  name varchar(20) not null,
  position int not null
);
insert into bureau_levels (code, name, position) values
  ('PROVINCE', '省级', 1),
  ('CITY', '市级', 2),
  ('DISTRICT', '区级', 3),
  ('COUNTY', '县级', 4),
  ('ZONE', '高新区', 5);

create table bureaus (
  id bigint generated always as identity primary key,
  version int not null,
  code varchar(32) not null unique,
  name varchar(60) not null,
  level_code varchar(20) not null references bureau_levels,
  parent_id bigint references bureaus,
  position int not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index bureaus_parent on bureaus (parent_id);
